package org.larum.app.api.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./larum simulate}, as a build would call it. */
class SimulateVerbTest {

    private static final String FILE = """
            people:
              ada: {name: Ada Lovelace, email: ada@example.test, administrator: true}
            services:
              checkout: {name: Checkout, policy: office}
            schedules:
              day:
                timeZone: Europe/London
                layers:
                  - {name: day, people: [ada], rotation: weekly, handover: "Mon 09:00", from: 2026-01-05, only: ["Mon-Fri 09:00-17:00"]}
            policies:
              office: {steps: [{notify: ["schedule:day"], wait: 5m}]}
            channels:
              email: {host: 127.0.0.1, port: 2525, from: larum@example.test, encryption: none}
            """;

    private static final String DETECTION =
            "{\"service\": \"checkout\", \"key\": \"db\", \"severity\": \"critical\", \"summary\": \"The database is down\"}";

    @TempDir
    Path place;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(place.resolve("larum.yaml"), FILE);
        Files.writeString(place.resolve("d.json"), DETECTION);
    }

    private int run(String... more) {
        var words = new ArrayList<>(List.of(
                place.resolve("larum.yaml").toString(),
                "--detection",
                place.resolve("d.json").toString()));
        words.addAll(List.of(more));
        return only(words);
    }

    private int only(List<String> words) {
        return SimulateVerb.run(
                words,
                () -> Instant.parse("2026-11-23T09:00:00Z"),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void withoutAnAssertionTheTableIsPrinted() {
        assertThat(run("--at", "2026-11-23T10:00:00Z")).isZero();
        assertThat(said())
                .contains("At 2026-11-23T10:00:00Z:")
                .containsPattern("0 s +told +ada +email +accepted +Step 1 of policy \"office\"")
                .contains("Somebody would be reached after 0 s.");
    }

    @Test
    void aTrueAssertionExitsWithZero() {
        assertThat(run("--at", "2026-11-23T10:00:00Z", "--assert", "reached within 5m"))
                .isZero();
        assertThat(said()).contains("\"reached within 5m\" is true.");
    }

    @Test
    void aFalseAssertionExitsWithOne() {
        assertThat(run("--at", "2026-11-22T10:00:00Z", "--assert", "reached within 5m"))
                .isOne();
        assertThat(said())
                .contains("nobody is on call by schedule \"day\"")
                .contains("\"reached within 5m\" is FALSE.");
    }

    @Test
    void whoIsAssumedToAnswerHasIt() {
        assertThat(run("--at", "2026-11-23T10:00:00Z", "--answers", "ada=3m", "--assert", "answered within 3m"))
                .isZero();
        assertThat(said()).contains("Somebody would have it after 3 min.");
    }

    @Test
    void aProviderThatIsDownReachesNobody() {
        assertThat(run("--at", "2026-11-23T10:00:00Z", "--down", "email", "--assert", "reached within 5m"))
                .isOne();
        assertThat(said()).contains("The provider is assumed to be down.");
    }

    @Test
    void aSweepListsWhereItDoesNotHold() {
        assertThat(run("--at", "2026-11-23T00:00:00Z", "--every", "1h", "--for", "1d", "--assert", "reached within 5m"))
                .isOne();
        assertThat(said())
                .contains("24 instants, of which it does not hold at 16:")
                .contains("from 2026-11-23T00:00:00Z until 2026-11-23T09:00:00Z, 9 instants: nobody is on call")
                .contains("from 2026-11-23T17:00:00Z until 2026-11-24T00:00:00Z, 7 instants");
    }

    @Test
    void jsonIsForPrograms() {
        assertThat(run("--at", "2026-11-23T10:00:00Z", "--json", "--assert", "reached within 5m"))
                .isZero();
        var json = JsonMapper.shared().readTree(said());
        assertThat(json.get("reachedAfter").asString()).isEqualTo("PT0S");
        assertThat(json.get("assertion").get("holds").asBoolean()).isTrue();
        assertThat(json.get("policy").get("word").asString()).isEqualTo("office");
        assertThat(json.get("lines").get(0).get("what").asString()).isEqualTo("raised");
    }

    @Test
    void everyMistakeOfTheFileIsToldWithItsPath() throws IOException {
        Files.writeString(
                place.resolve("larum.yaml"),
                FILE.replace("policy: office", "policy: offices").replace("5m", "5x"));
        assertThat(run()).isEqualTo(2);
        assertThat(complained()).contains("services.checkout.policy:").contains("policies.office.steps[0].wait:");
        assertThat(said()).isEmpty();
    }

    @Test
    void whatIsWrongWithTheWordsIsToldAndExitsWithTwo() throws IOException {
        assertThat(run("--assert", "somebody comes")).isEqualTo(2);
        assertThat(run("--at", "yesterday")).isEqualTo(2);
        assertThat(run("--down", "pigeon")).isEqualTo(2);
        assertThat(run("--answers", "bob=3m")).isEqualTo(2);
        assertThat(run("--answers", "ada")).isEqualTo(2);
        assertThat(run("--every", "15m")).isEqualTo(2);
        assertThat(run("--every", "1m", "--for", "90d", "--assert", "reached within 5m"))
                .isEqualTo(2);
        assertThat(run("--loud")).isEqualTo(2);
        assertThat(only(List.of())).isEqualTo(2);
        assertThat(only(List.of(place.resolve("none.yaml").toString(), "--detection", "none.json")))
                .isEqualTo(2);
        Files.writeString(place.resolve("d.json"), "{\"service\": \"checkouts\", \"key\": \"a\", \"summary\": \"b\"}");
        assertThat(run()).isEqualTo(2);
        Files.writeString(place.resolve("d.json"), "[]");
        assertThat(run()).isEqualTo(2);
        assertThat(complained())
                .contains("\"somebody comes\" is nothing that can be asserted")
                .contains("\"yesterday\" is no instant")
                .contains("There is no channel \"pigeon\"; there is call, email, push, slack, sms, webhook")
                .contains("There is no person \"bob\"; there is ada")
                .contains("such as ada=3m")
                .contains("write all three")
                .contains("That is 129600 instants, and at most 10000")
                .contains("There is no option --loud.")
                .contains("There is no file that describes the organisation.")
                .contains("There is no service \"checkouts\"; there is checkout")
                .contains("is not a JSON object")
                .endsWith("Nothing was simulated.\n");
    }
}
