package org.larum.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.larum.app.Servers;
import org.larum.app.TestDatabase;
import org.larum.app.channel.CheckClock;
import org.larum.app.escalation.Timers;
import org.larum.app.feedback.QuarterClock;
import org.larum.app.postmortem.ReviewClock;
import org.larum.app.security.Keys;
import org.larum.app.slo.SloClock;
import org.larum.app.suppression.HushDesk;
import org.larum.app.suppression.ScreeningDesk;
import org.larum.app.suppression.SilenceReminders;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything a story needs: one or two servers on one database, a mail server, a webhook's other end, and the time. */
final class World implements AutoCloseable {

    static final String KEY = "a-key-of-the-tests-with-32-characters-or-more";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String databaseUrl = TestDatabase.freshUrl();
    private final WoundTime time = new WoundTime(databaseUrl);
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private final HttpServer hook;
    private final List<String> hooked = new CopyOnWriteArrayList<>();
    private final List<ConfigurableApplicationContext> servers = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final Path data;

    World() {
        try {
            data = Files.createTempDirectory("larum-story");
            hook = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hook.createContext("/", exchange -> {
            hooked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        hook.start();
        mail.start();
        startServer();
    }

    /** Where anything can be posted, and is kept. */
    String hookUrl() {
        return "http://127.0.0.1:" + hook.getAddress().getPort();
    }

    // ------------------------------------------------------------ servers and time

    /** Each node has a directory of its own, as on machines of their own. */
    int startServer() {
        try {
            var node = Files.createDirectories(data.resolve("node-" + servers.size()));
            servers.add(Servers.start(databaseUrl, node, time));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return servers.size() - 1;
    }

    void stopServer(int which) {
        servers.remove(which).close();
    }

    /** Winds all clocks; what is due then happens by itself on the servers' own threads. */
    void wind(Duration by) {
        time.wind(by);
    }

    Instant now() {
        return time.now();
    }

    /** Looks at what is held back now, on every server. */
    void lookAtHeldAlerts() {
        servers.forEach(server -> server.getBean(ScreeningDesk.class).look());
    }

    /** Asks now, on every server, which open incidents are silenced. */
    void lookAtOpenIncidents() {
        servers.forEach(server -> server.getBean(HushDesk.class).look());
    }

    /** Drafts what is wanted and reminds of what is late, on every server. */
    void lookAtReviews() {
        servers.forEach(server -> server.getBean(ReviewClock.class).look());
    }

    /** Asks about the quarter that is over, on every server. */
    void lookAtQuarter() {
        servers.forEach(server -> server.getBean(QuarterClock.class).look());
    }

    /** Looks at every budget now, and sends what is to be told of them, on every server. */
    void lookAtBudgets() {
        servers.forEach(server -> server.getBean(SloClock.class).look());
        servers.forEach(server -> server.getBean(SloClock.class).send());
    }

    /** Gives up on webhooks that are gone, and asks providers, on every server. */
    void lookAtWebhooks() {
        servers.forEach(server -> server.getBean(CheckClock.class).look());
    }

    void lookAtSilences() {
        servers.forEach(server -> server.getBean(SilenceReminders.class).look());
    }

    /** Fires what is due now on every server, so that "nothing was due" can be told from "not yet looked". */
    void letTimersFire() {
        servers.forEach(server -> server.getBean(Timers.class).fire());
    }

    // ------------------------------------------------------------ the organisation

    /** Ada first, five minutes later Grace, both by mail; the webhook hears of every turn. */
    String organisation() {
        return withoutMail()
                + """
                channels:
                  email: {host: 127.0.0.1, port: %d, from: larum@example.test}
                  webhooks: {audit: {url: "http://127.0.0.1:%d/audit", secret: "a-secret-of-the-tests"}}
                """.formatted(mail.getSmtp().getPort(), hook.getAddress().getPort());
    }

    String withoutMail() {
        return """
                people:
                  ada: {name: Ada Lovelace, email: ada@example.test, timeZone: Europe/London}
                  grace: {name: Grace Hopper, email: grace@example.test, timeZone: America/New_York}
                  linus: {name: Linus Pauling, email: linus@example.test, timeZone: Europe/Oslo}
                teams: {payments: {name: Payments, members: [ada, grace]}}
                services:
                  checkout: {name: Checkout, team: payments, criticality: high, policy: payments-oncall}
                policies:
                  payments-oncall:
                    steps:
                      - {notify: ["person:ada"], wait: 5m}
                      - {notify: ["person:grace"], wait: 15m}
                  db-oncall:
                    steps:
                      - {notify: ["person:grace"], wait: 5m}
                      - {notify: ["person:linus"], wait: 15m}
                integrations: {native: {type: native, key: %s, service: checkout}}
                """.formatted(KEY);
    }

    JsonNode configure(String yaml) {
        return configure("/api/config", yaml);
    }

    /** What a file described before and this one does not is taken away. */
    JsonNode prune(String yaml) {
        return configure("/api/config?prune=true", yaml);
    }

    private JsonNode configure(String path, String yaml) {
        var answer = post(0, path, yaml, Servers.ADMIN);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    // ------------------------------------------------------------ what senders and people do

    JsonNode detect(String key, String action) {
        return detect(0, key, action);
    }

    JsonNode detect(int server, String key, String action) {
        return detect(
                server,
                Map.of("key", key, "action", action, "severity", "critical", "summary", "Payments fail: " + key));
    }

    HttpResponse<String> post(int server, String path, String body, String token, String... headers) {
        var request = HttpRequest.newBuilder(uri(server, path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    /** @param authorization the whole header */
    HttpResponse<String> postAs(String authorization, String path, String body) {
        return send(HttpRequest.newBuilder(uri(0, path))
                .header("Authorization", authorization)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    void detectAs(String severity, String key) {
        detect(0, Map.of("key", key, "action", "trigger", "severity", severity, "summary", "Payments fail: " + key));
    }

    void detectOn(String service, String summary) {
        detectOn(service, "critical", summary);
    }

    void detectOn(String service, String severity, String summary) {
        detect(
                0,
                Map.of(
                        "key",
                        summary,
                        "action",
                        "trigger",
                        "severity",
                        severity,
                        "summary",
                        summary,
                        "service",
                        service));
    }

    void resolveOn(String service, String summary) {
        detect(0, Map.of("key", summary, "action", "resolve", "service", service));
    }

    void detectOnHost(int server, String host, String what) {
        var summary = host + " is " + what;
        detect(
                server,
                Map.of(
                        "key",
                        summary,
                        "action",
                        "trigger",
                        "severity",
                        "critical",
                        "summary",
                        summary,
                        "labels",
                        Map.of("host", host)));
    }

    private JsonNode detect(int server, Map<String, Object> body) {
        var answer = post(server, "/api/detections", json.writeValueAsString(body), KEY);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(202);
        return json.readTree(answer.body()).get("items").get(0);
    }

    /** Alerts that are in an incident. */
    int told() {
        return allIncidents().stream()
                .mapToInt(incident -> incident.get("alerts").get("total").asInt())
                .sum();
    }

    int held() {
        return items(get(0, "/api/alerts?held=true&limit=200", Servers.ADMIN)).size();
    }

    HttpResponse<String> put(String path, String body) {
        return send(HttpRequest.newBuilder(uri(0, path))
                .header("Authorization", "Bearer " + Servers.ADMIN)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build());
    }

    /** {@code type}: what the body is. */
    HttpResponse<String> postFile(String path, String type, String body) {
        return send(HttpRequest.newBuilder(uri(0, path))
                .header("Authorization", "Bearer " + Servers.ADMIN)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> delete(String path) {
        return send(HttpRequest.newBuilder(uri(0, path))
                .header("Authorization", "Bearer " + Servers.ADMIN)
                .DELETE()
                .build());
    }

    HttpResponse<String> get(int server, String path, String token) {
        return send(HttpRequest.newBuilder(uri(server, path))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    /** Presses a button of the page behind the link of a mail. */
    HttpResponse<String> press(String page, String button) {
        return send(HttpRequest.newBuilder(uri(0, page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("do=" + button))
                .build());
    }

    HttpResponse<String> look(String page) {
        return send(HttpRequest.newBuilder(uri(0, page)).build());
    }

    /** What {@code ./larum rebuild} asks of the first server. */
    String rebuilt(String room) {
        try {
            var token = Files.readString(data.resolve("node-0").resolve(Keys.OPERATOR_TOKEN));
            return post(0, "/api/operations/rebuild/" + room, "", token.strip()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri(int server, String path) {
        return URI.create("http://127.0.0.1:" + Servers.port(servers.get(server)) + path);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    // ------------------------------------------------------------ what can be seen

    List<JsonNode> incidents() {
        return items(get(0, "/api/incidents", Servers.ADMIN));
    }

    /** Also those that are over. */
    List<JsonNode> allIncidents() {
        return items(get(0, "/api/incidents?state=triggered,acknowledged,mitigated,resolved", Servers.ADMIN));
    }

    void untilIncidents(int count) {
        eventually("there were " + count + " incidents", () -> allIncidents().size() == count);
    }

    void untilHeld(int count) {
        eventually(
                "%d alerts are held back".formatted(count),
                () -> items(get(0, "/api/alerts?held=true", Servers.ADMIN)).size() == count);
    }

    void untilAlerts(JsonNode incident, int count) {
        var path = "/api/alerts?incident=" + incident.get("id").asString();
        eventually(
                "the incident has %d alerts".formatted(count),
                () -> items(get(0, path, Servers.ADMIN)).size() == count);
    }

    /** Every mail so far, whole. */
    List<String> mails() {
        return Arrays.stream(mail.getReceivedMessages())
                .map(GreenMailUtil::getWholeMessage)
                .toList();
    }

    void untilMails(int atLeast) {
        eventually("%d mails came".formatted(atLeast), () -> mail.getReceivedMessages().length >= atLeast);
    }

    JsonNode onlyIncident() {
        eventually("one incident is open", () -> incidents().size() == 1);
        return incidents().getFirst();
    }

    JsonNode incidentThatIs(String state) {
        eventually(
                "the incident is " + state,
                () -> onlyIncident().get("state").asString().equals(state));
        return onlyIncident();
    }

    void act(String incident, String what) {
        var answer = post(0, "/api/incidents/" + incident + "/" + what, "{}", Servers.ADMIN);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
    }

    List<String> timeline() {
        return timeline(onlyIncident().get("id").asString());
    }

    List<String> timeline(String id) {
        return items(get(0, "/api/incidents/" + id + "/timeline?limit=500", Servers.ADMIN)).stream()
                .map(entry -> entry.get("sentence").asString())
                .toList();
    }

    List<JsonNode> items(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return StreamSupport.stream(json.readTree(answer.body()).get("items").spliterator(), false)
                .toList();
    }

    /** The first message to somebody that has come so far. */
    JsonNode untilMessage(String recipient, String state) {
        eventually(
                "a message to " + recipient + " is " + state,
                () -> message(recipient, state).isPresent());
        return message(recipient, state).orElseThrow();
    }

    private Optional<JsonNode> message(String recipient, String state) {
        return items(get(0, "/api/outbox?state=" + state, Servers.ADMIN)).stream()
                .filter(one -> one.get("recipient").get("name").asString().equals(recipient))
                .findFirst();
    }

    List<JsonNode> outbox(String state) {
        return items(get(0, "/api/outbox?limit=200&state=" + state, Servers.ADMIN));
    }

    List<JsonNode> incidents(String state) {
        return items(get(0, "/api/incidents?limit=200&state=" + state, Servers.ADMIN));
    }

    List<String> hooked() {
        return hooked;
    }

    /** The subjects of the mails that somebody has got so far. */
    List<String> mailsTo(String address) {
        return mails(address).stream().map(World::subject).toList();
    }

    /** The page to answer on, from the newest mail to somebody. */
    String answerPage(String address) {
        eventually(address + " got a mail", () -> !mails(address).isEmpty());
        var text = GreenMailUtil.getWholeMessage(mails(address).getLast());
        var plain = text.replace("=\r\n", "").replace("=3D", "=");
        var found = Pattern.compile("http://larum\\.test(/a/[A-Za-z0-9_-]+)").matcher(plain);
        assertThat(found.find()).describedAs(plain).isTrue();
        return found.group(1);
    }

    /** Where the first mail to somebody is answered. */
    String replyAddress(String address) {
        eventually(address + " got a mail", () -> !mails(address).isEmpty());
        try {
            return mails(address).getFirst().getReplyTo()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<MimeMessage> mails(String address) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(one -> recipients(one).contains(address))
                .toList();
    }

    private static String recipients(MimeMessage one) {
        try {
            return Arrays.toString(one.getAllRecipients());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(MimeMessage one) {
        try {
            return one.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    void eventually(String what, BooleanSupplier is) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!is.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .describedAs("waited in vain until " + what)
                    .isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    @Override
    public void close() {
        servers.forEach(ConfigurableApplicationContext::close);
        time.giveBack();
        mail.stop();
        hook.stop(0);
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
