package org.larum.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.larum.app.Servers;
import org.larum.notifiers.slack.RecordingSlack;
import org.larum.notifiers.slack.RecordingSlack.Posted;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An incident is seen, answered and talked about in Slack. */
class SlackStory {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String HOUSE = "C0HOUSE01";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final World world = new World();
    private final RecordingSlack slack = new RecordingSlack("xoxb-a-token-of-the-tests");
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger count = new AtomicInteger();

    @BeforeEach
    void open() {
        slack.person("U0GRACE", "Grace@example.test");
        slack.person("U0EVE", "eve@example.test");
        slack.stranger("U0MALLORY", "linus@example.test");
        world.configure(world.organisation());
        world.configure("""
                people:
                  ada: {name: Ada Lovelace, email: ada@example.test, reach: {critical: [{slack: 0m}]}}
                channels:
                  slack: {token: xoxb-a-token-of-the-tests, signingSecret: %s, channel: %s, url: "%s"}
                """.formatted(SECRET, HOUSE, slack.url()));
    }

    @AfterEach
    void end() {
        world.close();
        slack.close();
    }

    // ------------------------------------------------------------ what Slack does

    private static String sign(String time, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + time + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> post(
            int server, String path, @Nullable String time, @Nullable String signature, byte[] body) {
        var request = HttpRequest.newBuilder(world.uri(server, path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofByteArray(body));
        if (time != null) {
            request.header("X-Slack-Request-Timestamp", time);
        }
        if (signature != null) {
            request.header("X-Slack-Signature", signature);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String now() {
        return Long.toString(world.now().getEpochSecond());
    }

    private String signed(String path, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var time = now();
        var answer = post(0, path, time, sign(time, bytes), bytes);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The words that only whoever asked sees. */
    private String command(String user, String text) {
        var fields = Map.of(
                "command",
                "/larum",
                "text",
                text,
                "user_id",
                user,
                "trigger_id",
                "t" + count.incrementAndGet(),
                "response_url",
                slack.url() + "say/command");
        var answer = JSON.readTree(signed("/slack/commands", form(fields)));
        assertThat(answer.get("response_type").asString()).isEqualTo("ephemeral");
        return answer.get("text").asString();
    }

    private void press(String user, String button, String incident) {
        var payload = Map.of(
                "type",
                "block_actions",
                "user",
                Map.of("id", user),
                "trigger_id",
                "t" + count.incrementAndGet(),
                "response_url",
                slack.url() + "say/button",
                "actions",
                List.of(Map.of("action_id", button, "value", incident)));
        assertThat(signed("/slack/actions", form(Map.of("payload", JSON.writeValueAsString(payload)))))
                .isEmpty();
    }

    private void write(String user, String thread, String ts, String text) {
        write(Map.of("type", "message", "user", user, "channel", HOUSE, "thread_ts", thread, "ts", ts, "text", text));
    }

    private void write(Map<String, Object> event) {
        var envelope = Map.of("type", "event_callback", "event_id", "E" + count.incrementAndGet(), "event", event);
        signed("/slack/events", JSON.writeValueAsString(envelope));
    }

    // ------------------------------------------------------------ what is seen there

    private List<Posted> cards() {
        return slack.in(HOUSE).stream().filter(one -> one.thread() == null).toList();
    }

    /** What is shown waits a second while a list is behind, as it may be just after a start: the clock must not stand. */
    private void whileTimeGoesOn(String what, BooleanSupplier is) {
        world.eventually(what, () -> {
            boolean isSo = is.getAsBoolean();
            if (!isSo) {
                world.wind(Duration.ofMillis(50));
            }
            return isSo;
        });
    }

    private Posted card() {
        whileTimeGoesOn("the incident is shown", () -> cards().size() == 1);
        return cards().getFirst();
    }

    private Posted cardThatSays(String text) {
        whileTimeGoesOn("it says " + text, () -> String.valueOf(card().blocks()).contains(text));
        return card();
    }

    private List<String> thread() {
        return slack.in(HOUSE).stream()
                .filter(one -> one.thread() != null)
                .map(Posted::text)
                .toList();
    }

    private void untilTold(String text) {
        world.eventually("the thread tells " + text, () -> thread().stream().anyMatch(line -> line.contains(text)));
    }

    private JsonNode incident() {
        return world.onlyIncident();
    }

    private String id() {
        return incident().get("id").asString();
    }

    private String lastSaid() {
        return JSON.readTree(slack.said().getLast()).get("text").asString();
    }

    // ------------------------------------------------------------ the stories

    @Test
    void anIncidentIsSeenAnsweredAndTalkedAbout() {
        world.detect("payments", "trigger");
        var first = cardThatSays("Nobody has it yet");
        assertThat(first.blocks())
                .contains(
                        ":red_circle: *Critical INC-1001: triggered*", "Payments fail: payments", "Checkout (Payments)")
                .contains("larum-acknowledge", "larum-escalate", "larum-resolve", "larum-note", "/i/" + id());
        untilTold("Policy payments-oncall runs.");

        world.eventually("Ada is told", () -> !slack.in("DU0ADA").isEmpty());
        assertThat(slack.in("DU0ADA").getFirst().blocks()).contains("your answer is wanted", "larum-pass");

        press("U0ADA", "larum-acknowledge", id());
        world.incidentThatIs("acknowledged");
        var held = cardThatSays("Ada Lovelace has it");
        assertThat(held.ts()).isEqualTo(first.ts());
        assertThat(held.blocks()).doesNotContain("larum-acknowledge").contains("larum-resolve");
        world.eventually("she is told what she did", () -> !slack.said().isEmpty());
        assertThat(lastSaid())
                .isEqualTo("You have INC-1001, Payments fail: payments. Nobody else is asked. Was this page useful?");
        assertThat(slack.said().getLast()).contains("larum-useful", "larum-noise", "larum-wrong-person", id());
        press("U0ADA", "larum-noise", id());
        world.eventually("it is noted", () -> lastSaid().startsWith("Thank you."));
        press("U0GRACE", "larum-noise", id());
        world.eventually("it is not hers to rate", () -> lastSaid().startsWith("You were not paged"));
        assertThat(world.items(world.get(0, "/api/feedback", Servers.ADMIN)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.get("verdict").asString()).isEqualTo("noise");
                    assertThat(one.get("person").get("name").asString()).isEqualTo("Ada Lovelace");
                });
        untilTold("Ada Lovelace acknowledged");

        write("U0GRACE", first.ts(), "1774491999.000100", "The bank &lt;answers&gt; <https://bank.example|slowly>");
        world.eventually(
                "it is a note", () -> world.timeline().stream().anyMatch(line -> line.contains("Grace Hopper")));
        write("U0GRACE", first.ts(), "1774491999.000100", "The bank &lt;answers&gt; <https://bank.example|slowly>");
        write("U0GRACE", first.ts(), "1774491999.000200", "One more");
        world.eventually("there are two", () -> notes().equals(List.of("The bank <answers> slowly", "One more")));

        world.act(id(), "resolve");
        cardThatSays("Resolved by");
        assertThat(card().blocks())
                .contains(":white_check_mark:", "larum-useful")
                .doesNotContain("larum-resolve");
        assertThat(thread()).noneMatch(line -> line.contains("The bank"));
        assertThat(slack.calls("chat.postMessage").stream()
                        .filter(call -> HOUSE.equals(call.form().get("channel")))
                        .filter(call -> !call.form().containsKey("thread_ts")))
                .hasSize(1);
    }

    private List<String> notes() {
        var path = "/api/incidents/" + world.allIncidents().getFirst().get("id").asString() + "/timeline?kind=note";
        return world.items(world.get(0, path, Servers.ADMIN)).stream()
                .map(entry -> entry.get("sentence").asString().replaceFirst("^.* noted: ", ""))
                .toList();
    }

    @Test
    void whatLarumAndOtherAppsWriteIsNoNote() {
        world.detect("payments", "trigger");
        var ts = card().ts();
        write(RecordingSlack.BOT, ts, "1774491999.000100", "I wrote this");
        write(Map.of(
                "type",
                "message",
                "user",
                "U0ADA",
                "bot_id",
                "B1",
                "channel",
                HOUSE,
                "thread_ts",
                ts,
                "ts",
                "1774491999.2",
                "text",
                "a bot"));
        write(Map.of(
                "type",
                "message",
                "subtype",
                "message_changed",
                "channel",
                HOUSE,
                "thread_ts",
                ts,
                "ts",
                "1774491999.3"));
        write("U0ADA", "1.1", "1774491999.4", "another thread");
        write("U0EVE", ts, "1774491999.5", "nobody knows me");
        write("U0MALLORY", ts, "1774491999.6", "I say I am Linus");
        write("U0ADA", ts, "1774491999.7", "the last");
        world.eventually("the last is there", () -> notes().equals(List.of("the last")));
        assertThat(slack.calls("chat.postEphemeral").stream()
                        .map(call -> call.form().get("text")))
                .hasSize(2)
                .anyMatch(text -> text.contains("Larum knows nobody with your e-mail address"))
                .anyMatch(text -> text.contains("another workspace"));
    }

    @Test
    void aNoteIsWrittenInAWindow() {
        world.detect("payments", "trigger");
        card();
        press("U0ADA", "larum-note", id());
        assertThat(slack.calls("views.open").getFirst().form().get("view")).contains("Note on INC-1001", id());
        var payload = Map.of(
                "type",
                "view_submission",
                "user",
                Map.of("id", "U0ADA"),
                "view",
                Map.of(
                        "callback_id",
                        "larum-note",
                        "private_metadata",
                        id(),
                        "state",
                        Map.of("values", Map.of("larum-note", Map.of("text", Map.of("value", "I look at the bank"))))));
        assertThat(signed("/slack/actions", form(Map.of("payload", JSON.writeValueAsString(payload)))))
                .isEmpty();
        untilTold("I look at the bank");
        var eve = JSON.writeValueAsString(payload).replace("U0ADA", "U0EVE");
        assertThat(signed("/slack/actions", form(Map.of("payload", eve)))).contains("errors", "Larum knows nobody");
        assertThat(notes()).containsExactly("I look at the bank");
    }

    @Test
    void commandsAnswerWhoeverAsks() {
        assertThat(command("U0ADA", "")).contains("/larum oncall");
        assertThat(command("U0EVE", "incidents")).contains("Larum knows nobody with your e-mail address");
        assertThat(command("U0ADA", "incidents")).isEqualTo("Nothing is open.");
        assertThat(command("U0ADA", "oncall")).contains("There is no schedule yet.");
        world.configure("""
                schedules:
                  shop:
                    name: Shop
                    timeZone: Europe/London
                    layers: [{name: primary, rotation: weekly, handover: Mon 09:00, from: "2026-01-05", people: [grace]}]
                """);
        assertThat(command("U0ADA", "oncall shop")).contains("*Shop*: Grace Hopper (primary)");
        assertThat(command("U0ADA", "oncall sh<!channel>op")).contains("&lt;!channel&gt;");
        assertThat(command("U0ADA", "page nowhere help")).contains("There is no service");
        assertThat(world.allIncidents()).isEmpty();
        assertThat(command("U0ADA", "page checkout nobody can pay & <!here>"))
                .contains("is asked now")
                .doesNotContain("<!here>");
        cardThatSays("nobody can pay &amp; ");
        world.eventually("Ada is told", () -> !slack.in("DU0ADA").isEmpty());
        assertThat(command("U0GRACE", "incidents")).contains("|INC-1001> critical, triggered");
        assertThat(command("U0GRACE", "ack 7")).contains("There is no incident of this number.");
        assertThat(command("U0GRACE", "ack inc-1001")).contains("You have INC-1001");
        cardThatSays("Grace Hopper has it");
        assertThat(command("U0ADA", "ack 1001")).contains("held by Grace Hopper");
        assertThat(command("U0GRACE", "declare 1001")).contains("Say why");
        assertThat(command("U0GRACE", "declare 1001 customers cannot pay")).contains("is a major incident now");
        cardThatSays("Major incident");
    }

    @Test
    void aMajorIncidentHasARoomOfItsOwn() {
        slack.channel("inc-1001-payments-fail-payments", "C0TAKEN");
        world.detect("payments", "trigger");
        card();
        assertThat(command("U0GRACE", "ack 1001")).contains("You have");
        assertThat(command("U0GRACE", "declare 1001 customers cannot pay")).contains("is a major incident now");
        world.eventually(
                "there is a room", () -> !slack.calls("conversations.setTopic").isEmpty());
        var room = slack.calls("conversations.setTopic").getFirst().form();
        assertThat(slack.calls("conversations.create").getLast().form())
                .containsEntry("name", "inc-1001-payments-fail-payments-2");
        assertThat(room.get("topic")).contains("INC-1001 Payments fail: payments", "/i/" + id());
        var channel = room.getOrDefault("channel", "");
        world.eventually(
                "both are let in",
                () -> slack.calls("conversations.invite").stream()
                        .map(call -> call.form().get("users"))
                        .collect(Collectors.joining(","))
                        .matches(".*U0.*,U0.*"));
        world.eventually(
                "the incident is shown there",
                () -> slack.in(channel).stream()
                        .anyMatch(one -> String.valueOf(one.blocks()).contains("INC-1001")));
        world.eventually(
                "Larum says where it is",
                () -> world.timeline().stream()
                        .anyMatch(line -> line.contains("app.slack.com") || line.contains("war room")));
        world.act(id(), "resolve");
        world.eventually(
                "it is over",
                () -> slack.in(channel).stream().anyMatch(one -> one.text().contains("The major incident is over")));
        assertThat(slack.calls("conversations.create")).hasSize(2);
        assertThat(slack.calls("conversations.archive")).isEmpty();
    }

    @Test
    void aMessageOfWhichNobodyKnowsIsNotWrittenTwice() {
        slack.hangsUpAfterTaking();
        world.detect("payments", "trigger");
        world.eventually("it lies there", () -> cards().size() == 1);
        slack.accepts();
        press("U0GRACE", "larum-acknowledge", id());
        world.wind(Duration.ofSeconds(10));
        cardThatSays("Grace Hopper has it");
        untilTold("Grace Hopper acknowledged");
        assertThat(thread().stream().filter(line -> line.contains("Policy payments-oncall runs.")))
                .hasSize(1);
    }

    @Test
    void aHouseThatIsNotAnsweredAtAllPagesAllTheSame() {
        slack.answers(500, Map.of(), "oops");
        world.detect("payments", "trigger");
        world.eventually(
                "Ada is asked", () -> !slack.calls("users.lookupByEmail").isEmpty());
        world.wind(Duration.ofMinutes(5));
        world.letTimersFire();
        world.eventually(
                "Grace got a mail", () -> !world.mailsTo("grace@example.test").isEmpty());
        slack.accepts();
        world.wind(Duration.ofMinutes(6));
        cardThatSays("Nobody has it yet");
    }

    // ------------------------------------------------------------ what is refused

    @Test
    void anAddressIsProvedByItsChallenge() {
        assertThat(signed("/slack/events", "{\"type\": \"url_verification\", \"challenge\": \"c1\"}"))
                .isEqualTo("c1");
    }

    @Test
    void whatIsOldOrComesTwiceIsRefusedOnEveryNode() {
        world.startServer();
        var body = form(Map.of("user_id", "U0ADA", "text", "help")).getBytes(StandardCharsets.UTF_8);
        for (long ago : List.of(0L, 290L)) {
            var time = Long.toString(world.now().getEpochSecond() - ago);
            assertThat(post(0, "/slack/commands", time, sign(time, body), body).statusCode())
                    .isEqualTo(200);
            assertThat(post(0, "/slack/commands", time, sign(time, body), body).statusCode())
                    .isEqualTo(403);
            assertThat(post(1, "/slack/commands", time, sign(time, body), body).statusCode())
                    .isEqualTo(403);
        }
        for (long ago : List.of(302L, 3600L, -310L)) {
            var time = Long.toString(world.now().getEpochSecond() - ago);
            assertThat(post(0, "/slack/commands", time, sign(time, body), body).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void forgeriesAreRefusedAtEveryDoor() {
        world.detect("payments", "trigger");
        card();
        var payload = JSON.writeValueAsString(Map.of(
                "type",
                "block_actions",
                "user",
                Map.of("id", "U0ADA"),
                "actions",
                List.of(Map.of("action_id", "larum-resolve", "value", id()))));
        var body = form(Map.of("payload", payload)).getBytes(StandardCharsets.UTF_8);
        var random = new Random(7);
        for (var path : List.of("/slack/events", "/slack/actions", "/slack/commands")) {
            var time = now();
            assertThat(post(0, path, time, null, body).statusCode()).isEqualTo(403);
            assertThat(post(0, path, null, sign(time, body), body).statusCode()).isEqualTo(403);
            assertThat(post(0, path, time, "v0=", new byte[0]).statusCode()).isEqualTo(403);
            for (int i = 0; i < 100; i++) {
                var forged = body.clone();
                forged[random.nextInt(forged.length)] ^= (byte) (1 << random.nextInt(8));
                assertThat(post(0, path, time, sign(time, body), forged).statusCode())
                        .isEqualTo(403);
            }
        }
        assertThat(incident().get("state").asString()).isEqualTo("triggered");
    }

    /** Signed and nonsense: nothing breaks, nothing is done. */
    @Test
    void whatMakesNoSenseIsTakenAndDoesNothing() {
        for (var body : List.of(
                "", "{", "[]", "\"x\"", "{\"type\": 1}", "{\"event\": []}", "payload=%zz", "payload=[1", "a=b&=&&")) {
            signed("/slack/events", body + " ");
            signed("/slack/actions", body + "  ");
            signed("/slack/commands", body + "   ");
        }
        press("U0ADA", "larum-acknowledge", "11111111-1111-4111-8111-111111111111");
        world.eventually("she is told", () -> !slack.said().isEmpty());
        assertThat(lastSaid()).contains("There is no incident");
        press("U0ADA", "larum-open", "");
    }
}
