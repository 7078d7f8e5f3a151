package org.larum.app.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.larum.app.Caller.bearer;
import static org.larum.app.Caller.json;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.larum.app.Postbox;
import org.larum.app.RunningServer;
import org.larum.app.Servers;
import org.larum.app.Visitor;
import tools.jackson.databind.JsonNode;

/** Whose mail comes back is told no more, and an administrator sees why; what is refused for a while is sent again. */
class BounceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String[] ADMIN = bearer(Servers.ADMIN);
    private static final String NOBODY = "550 5.1.1 no such user";
    private static final Postbox BOX = new Postbox();

    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer(
            1, "channels: {email: {host: 127.0.0.1, port: %d, from: status@example.test}}".formatted(BOX.port()));

    @AfterAll
    static void close() {
        BOX.close();
    }

    private static void subscribe(String address) {
        var visitor = new Visitor(SERVER.base());
        int before = BOX.to(address).size();
        assertThat(visitor.ask(address)).isEqualTo(200);
        await("asked back").atMost(PATIENCE).until(() -> BOX.to(address).size() > before);
        assertThat(visitor.confirm(BOX.to(address).getLast())).isEqualTo(200);
    }

    private static void publish(String title) {
        var post = Map.of("state", "investigating", "text", "We look into it.", "affected", List.of());
        var notice = Map.of("kind", "incident", "visibility", "public", "title", title, "post", post);
        var answer = SERVER.caller().post("/api/status/notices", notice, ADMIN);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(201);
        // What is tried again later waits for longer than this test.
        await("all is said")
                .atMost(PATIENCE)
                .until(() -> number(
                                "select (select count(*) from status_mailings)"
                                        + " + (select count(*) from status_mails where due < larum_now() + interval '30 seconds' or sending)")
                        == 0);
    }

    private static long number(String sql) {
        return SERVER.jdbc().sql(sql).query(Long.class).single();
    }

    private static JsonNode list() {
        return json(SERVER.caller().get("/api/status/subscribers?limit=1000", ADMIN));
    }

    private static JsonNode one(String address) {
        return list().get("items")
                .valueStream()
                .filter(one -> one.get("email").asString().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private static void aDayPasses() {
        SERVER.jdbc()
                .sql("update status_subscribers set bounced_at = bounced_at - interval '25 hours',"
                        + " ended_at = ended_at - interval '25 hours'")
                .update();
    }

    private static boolean isEnded(String address) {
        return one(address).hasNonNull("ended");
    }

    @Test
    void anAddressThatIsRefusedOnThreeDaysIsToldNoMoreAndSeen() {
        var gone = "gone@outside.test";
        subscribe(gone);
        BOX.refuse(gone, NOBODY);
        publish("One");
        aDayPasses();
        publish("Two");
        assertThat(isEnded(gone)).isFalse();
        aDayPasses();
        publish("Three");
        assertThat(isEnded(gone)).isTrue();
        assertThat(one(gone).get("missed").asInt()).isEqualTo(3);
        assertThat(one(gone).get("failure").asString()).contains("refused the recipient", "no such user");
        assertThat(list().get("ended").asInt()).isPositive();
        BOX.takeAgain(gone);
        int before = BOX.to(gone).size();
        publish("Four");
        assertThat(BOX.to(gone)).hasSize(before);

        subscribe(gone);
        assertThat(isEnded(gone)).as("whoever agrees again is told again").isFalse();
        publish("Five");
        assertThat(BOX.to(gone).getLast().header("Subject")).contains("Five");
        assertThat(one(gone).get("missed").asInt()).isZero();
    }

    @Test
    void anHourInWhichEverythingIsRefusedEndsNothing() {
        var patient = "patient@outside.test";
        subscribe(patient);
        BOX.refuse(patient, NOBODY);
        for (int n = 0; n < 5; n++) {
            publish("Storm " + n);
        }
        assertThat(isEnded(patient)).isFalse();
        assertThat(one(patient).get("missed").asInt()).isEqualTo(5);
        aDayPasses();
        publish("The next day");
        BOX.takeAgain(patient);
        publish("Well again");
        BOX.refuse(patient, NOBODY);
        for (int day = 0; day < 2; day++) {
            aDayPasses();
            publish("Refused after that " + day);
        }
        assertThat(isEnded(patient))
                .as("it counts from the last that was taken")
                .isFalse();
    }

    @Test
    void whatIsNoFaultOfTheAddressEndsNothing() {
        var innocent = "innocent@outside.test";
        subscribe(innocent);
        for (var answer :
                new String[] {"554 5.7.1 Relay access denied", "450 4.2.1 greylisted", "554 5.7.1 Relay denied"}) {
            BOX.refuse(innocent, answer);
            publish("Told " + answer);
            aDayPasses();
        }
        BOX.refuse(innocent, "554 5.7.1 Relay denied");
        publish("Once more");
        assertThat(isEnded(innocent)).isFalse();
    }

    @Test
    void whatIsRefusedForAWhileIsSentAgain() {
        var grey = "grey@outside.test";
        subscribe(grey);
        BOX.refuse(grey, "450 4.2.1 greylisted");
        publish("Greylisted");
        assertThat(BOX.to(grey)).hasSize(1);
        assertThat(one(grey).get("missed").asInt()).as("it is still under way").isZero();
        BOX.takeAgain(grey);
        SERVER.jdbc().sql("update status_mails set due = larum_now()").update();
        await("it is sent again").atMost(PATIENCE).until(() -> BOX.to(grey).size() == 2);
        assertThat(BOX.to(grey).getLast().header("Subject")).contains("Greylisted");
    }

    @Test
    void whoCameBackTooOftenIsForgottenAfterAMonth() {
        var old = "old@outside.test";
        subscribe(old);
        SERVER.jdbc()
                .sql("update status_subscribers set ended_at = larum_now() - interval '29 days' where id = ?::uuid")
                .param(one(old).get("id").asString())
                .update();
        assertThat(isEnded(old)).isTrue();
        SERVER.jdbc()
                .sql("update status_subscribers set ended_at = ended_at - interval '1 day' where ended_at is not null")
                .update();
        await("it is forgotten").atMost(PATIENCE).until(() -> !list().toString().contains(old));
    }
}
