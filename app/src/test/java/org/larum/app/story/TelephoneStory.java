package org.larum.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A message and a call go out, and are answered where they arrive: by a digit. */
class TelephoneStory {

    private static final String TOKEN = "the-auth-token-of-the-account";
    private static final String ADA = "+447700900123";
    private static final String GRACE = "+447700900456";
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");

    private final World world = new World();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Map<String, String>> messages = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> calls = new CopyOnWriteArrayList<>();
    private final AtomicBoolean isDown = new AtomicBoolean();
    private HttpServer twilio;

    @BeforeEach
    void open() throws IOException {
        twilio = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        twilio.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        twilio.createContext("/", exchange -> {
            try (exchange) {
                var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                boolean isCall = exchange.getRequestURI().getPath().endsWith("/Calls.json");
                if (isDown.get() && !isCall) {
                    exchange.sendResponseHeaders(503, -1);
                    return;
                }
                (isCall ? calls : messages).add(form);
                var body = "{\"sid\": \"SM%d\"}".formatted(messages.size()).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(201, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        twilio.start();
        world.configure(world.organisation());
        world.configure("""
                people:
                  ada: {name: Ada Lovelace, phone: "%s", reach: {critical: [{sms: 0m}, {call: 2m}], high: [{sms: 0m}]}}
                  grace: {name: Grace Hopper, phone: "%s", reach: {critical: [{sms: 0m}]}}
                services:
                  search: {name: Search, team: payments, policy: payments-oncall}
                %s
                channels:
                  twilio: {account: AC00000000000000000000000000000001, token: %s, from: "+15005550006",
                    url: "http://127.0.0.1:%d"}
                """.formatted(
                        ADA,
                        GRACE,
                        IntStream.range(0, 12)
                                .mapToObj(i -> "  s%d: {name: Part %d, team: payments, policy: payments-oncall}"
                                        .formatted(i, i))
                                .collect(Collectors.joining("\n")),
                        TOKEN,
                        twilio.getAddress().getPort()));
    }

    @AfterEach
    void end() {
        world.close();
        twilio.stop(0);
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String sign(URI url, Map<String, String> form) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            var text = new StringBuilder(url.toString());
            new TreeMap<>(form).forEach((name, value) -> text.append(name).append(value));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed for the public address, and sent to where the server listens, as a proxy does. */
    private HttpResponse<String> post(URI url, Map<String, String> form, String signature) {
        var body = form.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try {
            return http.send(
                    HttpRequest.newBuilder(world.uri(0, url.getPath()))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("X-Twilio-Signature", signature)
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String said(URI url, Map<String, String> form) {
        var answer = post(url, form, sign(url, form));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private URI status(Map<String, String> message) {
        return URI.create(message.get("StatusCallback"));
    }

    private URI inbound() {
        return status(messages.getFirst()).resolve("/telephone/twilio/sms");
    }

    private String reply(String from, String text, String id) {
        return said(inbound(), Map.of("From", from, "Body", text, "MessageSid", id));
    }

    private void untilMessages(int many) {
        world.eventually(many + " messages", () -> messages.size() == many);
    }

    private List<Map<String, String>> toAda() {
        return messages.stream()
                .filter(message -> ADA.equals(message.get("To")))
                .toList();
    }

    private List<JsonNode> texts(String state) {
        return world.outbox(state).stream()
                .filter(one -> one.get("channel").asString().equals("sms"))
                .toList();
    }

    private void later(Duration time) {
        world.wind(time);
        world.letTimersFire();
    }

    @Test
    void aDigitAcknowledgesWhatWasAskedLast() {
        world.detect("payments", "trigger");
        untilMessages(1);
        assertThat(messages.getFirst())
                .containsEntry("To", ADA)
                .hasEntrySatisfying(
                        "Body",
                        body -> assertThat(body)
                                .startsWith("Critical INC-1001 Payments fail: payments (Checkout).")
                                .contains(" Reply 1 to acknowledge, 2 to pass on. #"));
        assertThat(reply(ADA, "what?", "SM1")).contains("reply 1 to acknowledge");
        world.eventually("she can answer", () -> reply(ADA, " 1 ", "SM2").contains("You have INC-1001"));
        var incident = world.incidentThatIs("acknowledged");
        assertThat(incident.get("acknowledgedBy").get("name").asString()).isEqualTo("Ada Lovelace");
        later(Duration.ofMinutes(3));
        assertThat(calls).isEmpty();
        assertThat(reply(ADA, "1", "SM3")).contains("nothing waits for your answer");
        assertThat(reply("+15550001111", "1", "SM4")).doesNotContain("Message>");
        assertThat(reply(ADA, "STOP", "SM5")).doesNotContain("Message>");
    }

    @Test
    void anotherDigitPassesItOnOnceHoweverOftenItComes() {
        world.detect("payments", "trigger");
        untilMessages(1);
        world.eventually("she can pass it on", () -> reply(ADA, "2", "SM2").contains("Passed on."));
        untilMessages(2);
        assertThat(messages.getLast()).containsEntry("To", GRACE);
        assertThat(reply(ADA, "2", "SM2")).contains("Passed on.");
        assertThat(messages).hasSize(2);
    }

    @Test
    void aKeyInACallAcknowledges() {
        world.detect("payments", "trigger");
        untilMessages(1);
        later(Duration.ofMinutes(2));
        world.eventually("she is called", () -> calls.size() == 1);
        var script = calls.getFirst().get("Twiml");
        assertThat(script).contains("Critical incident 1 0 0 1 on Checkout.");
        var found = ACTION.matcher(script);
        assertThat(found.find()).isTrue();
        var answer = URI.create(found.group(1));
        assertThat(said(answer, Map.of("Digits", "7"))).contains("Press 1 to acknowledge.");
        assertThat(post(answer, Map.of("Digits", "1"), "AAAA").statusCode()).isEqualTo(403);
        assertThat(post(answer, Map.of("Digits", "1"), sign(answer, Map.of("Digits", "2")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(said(answer, Map.of("Digits", "1"))).contains("You have INC-1001");
        world.incidentThatIs("acknowledged");
    }

    @Test
    void aMessageThatDoesNotArriveIsFollowedByTheCallAtOnce() {
        world.detect("payments", "trigger");
        untilMessages(1);
        var url = status(messages.getFirst());
        var form = Map.of("MessageStatus", "undelivered", "ErrorCode", "30003", "To", ADA);
        assertThat(post(url, form, sign(url, form)).statusCode()).isEqualTo(204);
        world.eventually("she is called at once", () -> calls.size() == 1);
        world.eventually("it is told", () -> world.timeline().contains("SMS to Ada Lovelace did not arrive."));

        var ended = status(calls.getFirst());
        var mailbox = Map.of("CallStatus", "completed", "AnsweredBy", "machine_start", "To", ADA);
        assertThat(post(ended, mailbox, sign(ended, mailbox)).statusCode()).isEqualTo(204);
        world.eventually("Grace is asked at once", () -> messages.size() == 2);
        assertThat(messages.getLast()).containsEntry("To", GRACE);
        assertThat(world.timeline()).contains("Ada Lovelace cannot be reached: every way has failed.");
    }

    @Test
    void whatTheProviderSaysOfAMessageIsSeen() {
        world.detect("payments", "trigger");
        untilMessages(1);
        var url = status(messages.getFirst());
        for (var state : List.of("queued", "sent", "delivered", "failed")) {
            var form = Map.of("MessageStatus", state);
            assertThat(post(url, form, sign(url, form)).statusCode()).isEqualTo(204);
        }
        world.eventually("it is told", () -> world.timeline().contains("SMS to Ada Lovelace has arrived."));
        var unknown = url.resolve("11111111-1111-4111-8111-111111111111");
        var form = Map.of("MessageStatus", "delivered");
        assertThat(post(unknown, form, sign(unknown, form)).statusCode()).isEqualTo(404);
        assertThat(calls).isEmpty();
    }

    @Test
    void aStormIsOneMessageAMinuteAndOneAnswerTakesAll() {
        world.detect("payments", "trigger");
        untilMessages(1);
        for (int i = 0; i < 12; i++) {
            world.detectOn("s" + i, "high", "Part " + i + " is slow");
        }
        world.eventually("all the others are held", () -> texts("held").size() == 12);
        assertThat(messages).hasSize(1);
        later(Duration.ofSeconds(61));
        untilMessages(2);
        var body = messages.getLast().get("Body");
        assertThat(body).contains("And 11 more. Reply 1 to acknowledge all").hasSizeLessThanOrEqualTo(160);
        world.eventually("it is told", () -> texts("sent").size() == 13);
        world.eventually("one answer takes all", () -> reply(ADA, "1", "SM9").contains("And 11 more"));
        assertThat(world.incidents("acknowledged")).hasSize(12);
        later(Duration.ofMinutes(30));
        assertThat(messages.stream().filter(message -> ADA.equals(message.get("To"))))
                .hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void whatIsNewAndCriticalComesThroughAStorm() {
        world.detect("payments", "trigger");
        untilMessages(1);
        world.detectOn("s0", "high", "It is slow");
        world.eventually("the second is held", () -> texts("held").size() == 1);
        world.detectOn("search", "search-is-down");
        untilMessages(2);
        assertThat(messages.getLast().get("Body")).contains("search-is-down");
    }

    @Test
    void aProviderThatIsDownHoldsUpNobody() {
        isDown.set(true);
        world.detect("payments", "trigger");
        world.eventually("she is called all the same", () -> calls.size() == 1);
        isDown.set(false);
        world.letTimersFire();
        later(Duration.ofSeconds(5));
        untilMessages(1);
    }

    /** BACKLOG-1: three hours later one message for what is still open, none for what is over, and why. */
    @Test
    void afterAnOutageOnlyWhatIsStillTrueIsSent() {
        isDown.set(true);
        world.detectOn("s0", "high", "Part 0 is slow");
        world.detectOn("s1", "high", "Part 1 is slow");
        world.eventually(
                "neither has got through",
                () -> Stream.of("pending", "waiting", "held")
                                .flatMap(state -> texts(state).stream())
                                .filter(one -> !one.path("reason").isNull())
                                .count()
                        == 2);
        world.resolveOn("s1", "Part 1 is slow");
        world.eventually("one is over", () -> world.incidents("resolved").size() == 1);
        world.stopServer(0);
        world.wind(Duration.ofHours(3));
        messages.clear();
        isDown.set(false);
        world.startServer();
        world.eventually("she is told of what is still open", () -> !toAda().isEmpty());
        world.eventually("the other is not sent", () -> texts("dropped").size() == 1);
        assertThat(texts("dropped").getFirst().get("reason").asString()).contains("resolved in the meantime");
        world.letTimersFire();
        assertThat(messages)
                .filteredOn(message -> ADA.equals(message.get("To")))
                .hasSize(1);
        assertThat(messages.getFirst().get("Body")).contains("Part 0 is slow");
    }
}
