package org.larum.notifiers.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.notifiers.channel.ChannelContract.OtherSide;
import org.larum.notifiers.channel.Destination;
import org.larum.notifiers.channel.Destination.SlackApp;
import org.larum.notifiers.channel.Destination.SlackPerson;
import org.larum.notifiers.channel.Secret;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A workspace of Slack, as far as an app sees it: its people, channels and messages. Keeps every call. */
public final class RecordingSlack implements OtherSide {

    public static final String ADA = "ada@example.test";
    public static final String TEAM = "T0HOUSE";
    public static final String BOT = "U0LARUM";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** One call of a method, its fields decoded; {@code token}: the header it came with. */
    public record Call(String method, Map<String, String> form, String token) {}

    /** A message as it lies there now. {@code thread}: of which message it is a reply. */
    public record Posted(
            String channel,
            String ts,
            String text,
            @Nullable String blocks,
            @Nullable JsonNode metadata,
            @Nullable String thread) {}

    private record User(String id, String team, String email) {}

    private final String token;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Map<String, User> users = new ConcurrentHashMap<>();
    private final Map<String, String> channels = new ConcurrentHashMap<>();
    private final Map<String, Posted> messages = new ConcurrentHashMap<>();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile HttpHandler mood = this::answer;

    public RecordingSlack(String token) {
        this.token = token;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/api/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.setAttribute("form", form(body));
            calls.add(new Call(
                    method(exchange),
                    form(body),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))));
            mood.handle(exchange);
        });
        server.createContext("/say/", exchange -> {
            said.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            write(exchange, 200, Map.of(), "ok");
        });
        server.start();
        person("U0ADA", ADA);
    }

    private static String method(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().substring("/api/".length());
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void write(HttpExchange exchange, int status, Map<String, String> headers, String body)
            throws IOException {
        headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    // ------------------------------------------------------------ the workspace

    /** Somebody of the house's own workspace. */
    public void person(String id, String email) {
        users.put(id, new User(id, TEAM, email));
    }

    /** Somebody of another workspace, in a shared channel. */
    public void stranger(String id, String email) {
        users.put(id, new User(id, "T0OTHER", email));
    }

    /** A method is refused from now on; with null it works again. */
    public void refuses(String method, @Nullable String error) {
        if (error == null) {
            refusals.remove(method);
        } else {
            refusals.put(method, error);
        }
    }

    public void channel(String name, String id) {
        channels.put(name, id);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var method = method(exchange);
        @SuppressWarnings("unchecked") // put there a moment ago
        var form = (Map<String, String>) exchange.getAttribute("form");
        var refusal = refusals.get(method);
        var answer = refusal != null ? no(refusal) : answer(method, form);
        write(exchange, 200, Map.of("Content-Type", "application/json"), JSON.writeValueAsString(answer));
    }

    private static Map<String, Object> no(String error) {
        return Map.of("ok", false, "error", error);
    }

    private Map<String, Object> answer(String method, Map<String, String> form) {
        var channel = form.getOrDefault("channel", "");
        return switch (method) {
            case "auth.test" -> Map.of("ok", true, "team_id", TEAM, "user_id", BOT, "bot_id", "B0LARUM");
            case "users.lookupByEmail" ->
                users.values().stream()
                        .filter(user -> user.email().equals(form.get("email")))
                        .findFirst()
                        .map(RecordingSlack::user)
                        .orElseGet(() -> no("users_not_found"));
            case "users.info" -> {
                var user = users.get(form.getOrDefault("user", ""));
                yield user == null ? no("user_not_found") : user(user);
            }
            case "chat.postMessage" -> post(form);
            case "chat.update" -> {
                var old = messages.get(form.getOrDefault("ts", ""));
                if (old == null || !old.channel().equals(channel)) {
                    yield no("message_not_found");
                }
                messages.put(old.ts(), message(old.channel(), old.ts(), form, old.thread()));
                yield Map.of("ok", true, "channel", channel, "ts", old.ts());
            }
            case "conversations.open" -> Map.of("ok", true, "channel", Map.of("id", "D" + form.get("users")));
            case "conversations.history", "conversations.replies" ->
                Map.of(
                        "ok",
                        true,
                        "messages",
                        in(channel).stream()
                                .filter(one -> method.endsWith("history")
                                        ? one.thread() == null
                                        : form.getOrDefault("ts", "").equals(one.thread()))
                                .map(one -> Map.of(
                                        "ts",
                                        one.ts(),
                                        "text",
                                        one.text(),
                                        "metadata",
                                        one.metadata() == null ? Map.of() : one.metadata()))
                                .toList());
            case "conversations.create" -> {
                var name = form.getOrDefault("name", "");
                var id = "C0ROOM" + count.incrementAndGet();
                yield channels.putIfAbsent(name, id) != null
                        ? no("name_taken")
                        : Map.of("ok", true, "channel", Map.of("id", id, "name", name));
            }
            case "conversations.list" ->
                Map.of(
                        "ok",
                        true,
                        "channels",
                        channels.entrySet().stream()
                                .map(one -> Map.of("name", one.getKey(), "id", one.getValue()))
                                .toList());
            default -> Map.of("ok", true);
        };
    }

    private static Map<String, Object> user(User user) {
        return Map.of(
                "ok",
                true,
                "user",
                Map.of(
                        "id",
                        user.id(),
                        "team_id",
                        user.team(),
                        "is_bot",
                        false,
                        "deleted",
                        false,
                        "profile",
                        Map.of("email", user.email())));
    }

    private Map<String, Object> post(Map<String, String> form) {
        var to = form.getOrDefault("channel", "");
        var channel = to.startsWith("U") ? "D" + to : to;
        var ts = "1774491360.%06d".formatted(count.incrementAndGet());
        messages.put(ts, message(channel, ts, form, form.get("thread_ts")));
        return Map.of("ok", true, "channel", channel, "ts", ts);
    }

    private static Posted message(String channel, String ts, Map<String, String> form, @Nullable String thread) {
        var metadata = form.get("metadata");
        return new Posted(
                channel,
                ts,
                form.getOrDefault("text", ""),
                form.get("blocks"),
                metadata == null ? null : JSON.readTree(metadata),
                thread);
    }

    // ------------------------------------------------------------ what can be seen

    /** Everything in a channel, the first first, with its replies. */
    public List<Posted> in(String channel) {
        return messages.values().stream()
                .filter(one -> one.channel().equals(channel))
                .sorted((one, next) -> one.ts().compareTo(next.ts()))
                .toList();
    }

    public List<Call> calls() {
        return calls;
    }

    public List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    /** What came at addresses to answer at, as JSON. */
    public List<String> said() {
        return said;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    // ------------------------------------------------------------ moods

    /** Every method, from now on. */
    public void answers(int status, Map<String, String> headers, String body) {
        mood = exchange -> write(exchange, status, headers, body);
    }

    @Override
    public void accepts() {
        mood = this::answer;
    }

    @Override
    public void refusesForGood() {
        answers(200, Map.of(), "{\"ok\": false, \"error\": \"is_archived\"}");
    }

    @Override
    public void asksToTryLater() {
        answers(429, Map.of(), "");
    }

    @Override
    public void fallsSilent() {
        mood = exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @Override
    public void hangsUp() {
        mood = HttpExchange::close;
    }

    /** It keeps the message, and the answer is lost on the way. */
    public void hangsUpAfterTaking() {
        mood = exchange -> {
            @SuppressWarnings("unchecked") // put there by whoever took the call
            var form = (Map<String, String>) exchange.getAttribute("form");
            answer(method(exchange), form);
            exchange.close();
        };
    }

    @Override
    public void goesAway() {
        server.stop(0);
    }

    @Override
    public String heard() {
        return calls.stream()
                .map(call -> call.method() + "\n"
                        + new LinkedHashMap<>(call.form())
                                .entrySet().stream()
                                        .map(field -> field.getKey() + "=" + field.getValue())
                                        .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
    }

    public SlackApp app() {
        return new SlackApp(new Secret(token), url());
    }

    @Override
    public Destination address() {
        return new SlackPerson(ADA, app());
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
