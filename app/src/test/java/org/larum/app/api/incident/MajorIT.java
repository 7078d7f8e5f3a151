package org.larum.app.api.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.larum.app.Caller.bearer;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.app.Caller;
import org.larum.app.RunningServer;
import org.larum.app.Servers;
import tools.jackson.databind.JsonNode;

/** The major incident by HTTP: declared by hand and by rule, worked on, ended; and what is refused. */
class MajorIT {

    private static final Map<String, String> NOTHING = Map.of();
    private static final Map<String, String> WHY = Map.of("reason", "Nobody can pay");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Services 20 to 23 need one another, so that they are one incident. */
    private static final String ORGANISATION = Shop.organisation(20) + """
              s20: {name: Gate, team: payments, policy: oncall, dependsOn: [s21]}
              s21: {name: Queue, team: payments, policy: oncall, dependsOn: [s22]}
              s22: {name: Store, team: payments, policy: oncall}
            majorIncident: {executives: ["person:grace"], warRoom: "https://meet.example.test/inc-{number}", updates: 20m}
            """;

    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer(1, ORGANISATION);

    private final Shop shop = new Shop(SERVER);

    private JsonNode done(String id, String what, Object body) {
        var answer = shop.act(id, what, body);
        assertThat(answer.statusCode()).describedAs(answer.body()).isIn(200, 201);
        return Caller.json(answer);
    }

    private JsonNode major(String id) {
        var answer = shop.get("/api/incidents/" + id + "/major");
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return Caller.json(answer);
    }

    private static int timers(String major) {
        return SERVER.jdbc()
                .sql(
                        "select count(*) from major_timers t join major_views v on v.major = t.major where v.incident = ?::uuid")
                .param(major)
                .query(Integer.class)
                .single();
    }

    @Test
    void whatDeclaringWillDoIsSaidBefore() {
        var incident = shop.fail("s1", "high", 1);
        var preview = Caller.json(shop.get("/api/incidents/" + Shop.id(incident) + "/major/preview"));
        assertThat(preview.get("executives").get(0).get("name").asString()).isEqualTo("Grace");
        assertThat(preview.get("warRoom").asString())
                .isEqualTo("https://meet.example.test/inc-"
                        + incident.get("number").asInt());
        assertThat(preview.get("updateEverySeconds").asInt()).isEqualTo(1200);
        assertThat(preview.get("ruleSeverity").asString()).isEqualTo("critical");
        assertThat(shop.get("/api/incidents/" + Shop.id(incident) + "/major").statusCode())
                .isEqualTo(404);
    }

    @Test
    void itIsDeclaredWorkedOnAndStoodDown() {
        var id = Shop.id(shop.fail("s2", "high", 1));
        var declared = done(id, "declare-major", WHY);
        assertThat(declared.get("changed").asBoolean()).isTrue();
        assertThat(declared.get("major").get("why").get("reason").asString()).isEqualTo("Nobody can pay");
        assertThat(done(id, "declare-major", WHY).get("changed").asBoolean()).isFalse();
        assertThat(timers(id)).isOne();
        assertThat(shop.one(id).get("major").get("over").asBoolean()).isFalse();
        assertThat(shop.list("?major=true")).extracting(Shop::id).contains(id);
        done(id, "roles", Map.of("role", "commander", "person", "ada"));
        done(id, "war-room", Map.of("link", "https://chat.example.test/war-room"));
        var posted = done(id, "updates", Map.of("text", "We know why.", "nextInMinutes", 60));
        assertThat(posted.get("major").get("updates").asInt()).isOne();
        var due = Instant.parse(posted.get("major").get("updateDueAt").asString());
        assertThat(due).isAfter(Instant.now().plusSeconds(3500));
        var task = done(id, "tasks", Map.of("text", "Call the bank", "person", "grace"))
                .get("major")
                .get("tasks")
                .get(0)
                .get("id")
                .asString();
        assertThat(done(id, "tasks/" + task + "/finish", NOTHING)
                        .get("major")
                        .get("tasks")
                        .get(0)
                        .get("done")
                        .asBoolean())
                .isTrue();
        done(id, "tasks/" + task + "/reopen", NOTHING);
        done(id, "tasks/" + task + "/assign", Map.of("person", "ada"));
        assertThat(major(id).get("roles").get(0).get("person").get("name").asString())
                .isEqualTo("Ada");
        assertThat(done(id, "tasks/" + task + "/drop", NOTHING)
                        .get("major")
                        .get("tasks")
                        .size())
                .isZero();
        assertThat(done(id, "stand-down", Map.of("reason", "One shop only"))
                        .get("major")
                        .get("state")
                        .asString())
                .isEqualTo("stood_down");
        assertThat(timers(id)).isZero();
        assertThat(shop.items("/api/incidents/" + id + "/timeline?limit=200"))
                .extracting(entry -> entry.get("event").asString())
                .contains("major.MajorIncidentDeclared", "major.WarRoomMoved", "major.TaskDropped");
    }

    @Test
    void executivesAreToldOnce() {
        var id = Shop.id(shop.fail("s3", "high", 1));
        done(id, "declare-major", WHY);
        done(id, "declare-major", WHY);
        await("the message to Grace").atMost(PATIENCE).until(() -> messages(id, "major") == 1);
        done(id, "stand-down", WHY);
        await("the end is told too").atMost(PATIENCE).until(() -> messages(id, "stood-down") == 1);
        assertThat(messages(id, "major")).isOne();
    }

    private static int messages(String incident, String turn) {
        return SERVER.jdbc()
                .sql("select count(*) from notification_attempts where incident = ?::uuid and turn = ? and attempt = 1")
                .params(incident, turn)
                .query(Integer.class)
                .single();
    }

    @Test
    void itEndsWithItsIncidentAndIsNotDeclaredAgainByItself() {
        var id = Shop.id(shop.fail("s4", "critical", 1));
        done(id, "declare-major", WHY);
        shop.done(id, "resolve", NOTHING);
        await("its end")
                .atMost(PATIENCE)
                .until(() -> major(id).get("state").asString().equals("ended"));
        assertThat(timers(id)).isZero();
        assertThat(shop.refused(id, "declare-major", WHY)).isEqualTo("already_resolved");
        assertThat(shop.refused(id, "roles", Map.of("role", "scribe", "person", "ada")))
                .isEqualTo("not_major");
        // The last word may follow the end.
        assertThat(done(id, "updates", Map.of("text", "It is over."))
                        .get("major")
                        .get("updateDueAt")
                        .isNull())
                .isTrue();
        shop.done(id, "reopen", NOTHING);
        assertThat(major(id).get("state").asString()).isEqualTo("ended");
    }

    @Test
    void theRuleDeclaresWhatIsCriticalAndHitsThreeServices() {
        shop.detect("s22", "s22/0", "critical", "trigger");
        shop.detect("s21", "s21/0", "high", "trigger");
        shop.detect("s20", "s20/0", "high", "trigger");
        await("it is declared")
                .atMost(PATIENCE)
                .until(() -> shop.list("?major=true&state=open").stream()
                        .anyMatch(one -> one.get("severity").asString().equals("critical")
                                && one.get("alerts").get("open").asInt() == 3));
        var id = shop.list("?major=true&state=open").stream()
                .filter(one -> one.get("alerts").get("open").asInt() == 3)
                .map(Shop::id)
                .findFirst()
                .orElseThrow();
        var why = major(id).get("why");
        assertThat(why.get("severity").asString()).isEqualTo("critical");
        assertThat(why.get("services").asInt()).isEqualTo(3);
        assertThat(major(id).get("warRoom").asString()).startsWith("https://meet.example.test/inc-");
        // What people stand down, the rule does not declare again.
        done(id, "stand-down", WHY);
        shop.detect("s20", "s20/1", "critical", "trigger");
        await("one more alert")
                .atMost(PATIENCE)
                .until(() -> shop.one(id).get("alerts").get("open").asInt() == 4);
        assertThat(major(id).get("state").asString()).isEqualTo("stood_down");
    }

    @Test
    void aMergeCarriesItToTheOther() {
        var part = Shop.id(shop.fail("s5", "high", 1));
        var whole = Shop.id(shop.fail("s6", "high", 1));
        done(part, "declare-major", WHY);
        done(part, "roles", Map.of("role", "communications", "person", "grace"));
        done(part, "tasks", Map.of("text", "Call the bank"));
        shop.done(part, "merge", Map.of("into", whole));
        await("the other goes on")
                .atMost(PATIENCE)
                .until(() -> shop.get("/api/incidents/" + whole + "/major").statusCode() == 200);
        await("its tasks")
                .atMost(PATIENCE)
                .until(() -> major(whole).get("tasks").size() == 1);
        assertThat(major(whole).get("roles").get(1).get("person").get("name").asString())
                .isEqualTo("Grace");
        assertThat(major(part).get("state").asString()).isEqualTo("merged");
        assertThat(shop.refused(part, "declare-major", WHY)).isEqualTo("part_of_another");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt://example.test/%0aalert(1)",
                "data:text/html,<script>alert(1)</script>",
                "https://larum.example@evil.example/",
                "https://example.test/\"onclick=\"alert(1)",
                "//evil.example/",
                "https://",
                " ",
                "file:///etc/passwd"
            })
    void onlyAWebAddressIsAWarRoom(String link) {
        var id = Shop.id(
                shop.list("?service=s7&state=open").stream().findFirst().orElseGet(() -> shop.fail("s7", "high", 1)));
        done(id, "declare-major", WHY);
        assertThat(shop.refused(id, "war-room", Map.of("link", link))).isEqualTo("bad_link");
    }

    @Test
    void whatCannotBeMeantIsRefusedAndChangesNothing() {
        var id = Shop.id(shop.fail("s8", "high", 1));
        assertThat(shop.refused(id, "updates", Map.of("text", "Hm"))).isEqualTo("not_major");
        assertThat(shop.refused(id, "stand-down", WHY)).isEqualTo("not_major");
        assertThat(shop.refused(id, "tasks", Map.of("text", "Hm"))).isEqualTo("not_major");
        assertThat(shop.refused(id, "declare-major", NOTHING)).isEqualTo("bad_reason");
        var head = done(id, "declare-major", WHY).get("index").asLong();
        assertThat(shop.refused(id, "roles", Map.of("role", "king", "person", "ada")))
                .isEqualTo("bad_role");
        assertThat(shop.refused(id, "roles", Map.of("role", "scribe", "person", "nobody")))
                .isEqualTo("no_such_person");
        assertThat(shop.refused(id, "updates", Map.of("text", "a\0b"))).isEqualTo("bad_text");
        assertThat(shop.refused(id, "updates", Map.of("text", "x".repeat(4001))))
                .isEqualTo("bad_text");
        assertThat(shop.refused(id, "updates", Map.of("text", "Hm", "nextInMinutes", 4)))
                .isEqualTo("bad_next_update");
        assertThat(shop.refused(id, "updates", Map.of("text", "Hm", "nextInMinutes", Integer.MAX_VALUE)))
                .isEqualTo("bad_next_update");
        assertThat(shop.refused(id, "tasks", Map.of("text", "x".repeat(301)))).isEqualTo("bad_text");
        assertThat(shop.refused(id, "tasks/x/finish", NOTHING)).isEqualTo("no_such_task");
        assertThat(shop.refused(id, "tasks/" + new UUID(1, 2) + "/finish", NOTHING))
                .isEqualTo("no_such_task");
        assertThat(major(id).get("index").asLong()).isEqualTo(head);
        for (var unknown : new String[] {new UUID(0, 7).toString(), "x"}) {
            assertThat(shop.refused(unknown, "declare-major", WHY)).isEqualTo("no_such_incident");
        }
        var alert = shop.openAlerts(id).getFirst();
        assertThat(shop.refused(alert, "declare-major", WHY)).isEqualTo("no_such_incident");
    }

    @Test
    void aKeyOfASenderMayNotDeclare() {
        var id = Shop.id(shop.fail("s9", "high", 1));
        var answer = SERVER.caller().post("/api/incidents/" + id + "/declare-major", WHY, bearer(Shop.KEY));
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aRequestThatComesTwiceIsDoneOnce() {
        var id = Shop.id(shop.fail("s10", "high", 1));
        done(id, "declare-major", WHY);
        var body = Map.of("text", "Call the bank");
        for (int i = 0; i < 2; i++) {
            var answer = SERVER.caller()
                    .post(
                            "/api/incidents/" + id + "/tasks",
                            body,
                            bearer(Servers.ADMIN, "Idempotency-Key", "task-of-major-it"));
            assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(201);
        }
        assertThat(major(id).get("tasks").size()).isOne();
    }
}
