package org.larum.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.larum.app.Servers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Alerts of a quiet incident go apart and come together: nobody is paged for what is held back, and of what counts people are paged
 * once.
 */
class QuietPartsStory {

    private static final String ADA = "ada@example.test";
    private static final String GRACE = "grace@example.test";

    private final World world = new World();

    @BeforeEach
    void begin() {
        world.configure(organisation());
    }

    @AfterEach
    void end() {
        world.close();
    }

    private String organisation() {
        return world.organisation()
                .replace("services:\n", "services:\n  network: {name: Network, team: payments, policy: db-oncall}\n");
    }

    private void silence(String word) {
        world.configure(organisation() + "silences: {move: {when: 'summary.contains(\"" + word + "\")', until: \""
                + world.now().plus(Duration.ofMinutes(30)) + "\", reason: Carts are moved}}\n");
    }

    private void later(Duration time) {
        world.wind(time);
        world.lookAtOpenIncidents();
        world.letTimersFire();
    }

    private void overTheEndOfTheSilence() {
        later(Duration.ofMinutes(31));
    }

    private JsonNode said(String path, String body, int status) {
        var answer = world.post(0, path, body, Servers.ADMIN);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }

    /** The incident that alerts whose summary holds the word are now. */
    private String split(String incident, String word) {
        var alerts = world.items(world.get(0, "/api/alerts?incident=" + incident, Servers.ADMIN)).stream()
                .filter(alert -> alert.get("summary").asString().contains(word))
                .map(alert -> "\"" + alert.get("id").asString() + "\"")
                .toList();
        return said("/api/incidents/" + incident + "/split", "{\"alerts\": " + alerts + "}", 200)
                .get("incident")
                .get("id")
                .asString();
    }

    private JsonNode one(String incident) {
        return JsonMapper.shared()
                .readTree(world.get(0, "/api/incidents/" + incident, Servers.ADMIN)
                        .body());
    }

    private boolean isQuiet(String incident) {
        return one(incident).hasNonNull("quiet");
    }

    private void untilQuiet(String incident) {
        later(Duration.ofSeconds(6));
        world.eventually("it is quiet", () -> isQuiet(incident));
    }

    private String twoFail(String first, String second) {
        world.detect(first, "trigger");
        world.detect(second, "trigger");
        world.untilMails(1);
        world.untilAlerts(world.onlyIncident(), 2);
        return world.onlyIncident().get("id").asString();
    }

    /** Looked at a while later: what was to be sent has been. */
    private void nobodyIsAsked(int adaSoFar) {
        later(Duration.ofMinutes(6));
        later(Duration.ofMinutes(6));
        assertThat(world.mailsTo(ADA)).hasSize(adaSoFar);
        assertThat(world.mailsTo(GRACE)).isEmpty();
    }

    private void untilAskedInAll(int ada) {
        world.eventually("Ada is asked", () -> world.mailsTo(ADA).size() >= ada);
        later(Duration.ofSeconds(30));
        assertThat(world.mailsTo(ADA)).hasSize(ada);
    }

    @Test
    void aQuietIncidentThatIsSplitIsTwoQuietOnesAndEachAsksOnceWhenTheSilenceEnds() {
        var whole = twoFail("disk one", "disk two");
        silence("disk");
        untilQuiet(whole);
        var part = split(whole, "two");
        assertThat(isQuiet(part)).isTrue();
        assertThat(isQuiet(whole)).isTrue();
        assertThat(one(part).get("quiet").get("by").get(0).get("rule").asString())
                .isEqualTo("move");
        nobodyIsAsked(1);
        overTheEndOfTheSilence();
        untilAskedInAll(3);
        assertThat(isQuiet(part)).isFalse();
        assertThat(isQuiet(whole)).isFalse();
    }

    @Test
    void whatIsSilencedAndSplitOffALoudIncidentWakesNobody() {
        var whole = twoFail("payments", "disk");
        silence("disk");
        later(Duration.ofSeconds(6));
        assertThat(isQuiet(whole)).isFalse();
        world.act(whole, "acknowledge");
        var part = split(whole, "disk");
        assertThat(isQuiet(part)).isTrue();
        nobodyIsAsked(1);
        assertThat(isQuiet(whole)).isFalse();
    }

    @Test
    void whatCountsAndIsSplitOffAsksOnceAndWhatIsLeftIsQuiet() {
        var whole = twoFail("payments", "disk");
        silence("disk");
        var part = split(whole, "payments");
        assertThat(isQuiet(part)).isFalse();
        world.eventually("it asks", () -> world.mailsTo(ADA).size() == 2);
        untilQuiet(whole);
        world.act(part, "acknowledge");
        nobodyIsAsked(2);
    }

    @Test
    void aQuietIncidentThatWasMergedAndComesOutAgainIsQuiet() {
        world.detect("disk", "trigger");
        world.untilMails(1);
        var disk = world.onlyIncident().get("id").asString();
        world.detectOn("network", "disks of the network");
        world.untilIncidents(2);
        var other = world.incidents().stream()
                .map(one -> one.get("id").asString())
                .filter(id -> !id.equals(disk))
                .findFirst()
                .orElseThrow();
        world.act(other, "acknowledge");
        silence("disk");
        untilQuiet(disk);
        untilQuiet(other);
        said("/api/incidents/" + disk + "/merge", "{\"into\": \"" + other + "\"}", 200);
        later(Duration.ofSeconds(6));
        said("/api/incidents/" + disk + "/unmerge", "{}", 200);
        assertThat(isQuiet(disk)).isTrue();
        int network = world.mailsTo(GRACE).size();
        later(Duration.ofMinutes(6));
        assertThat(world.mailsTo(ADA)).hasSize(1);
        assertThat(world.mailsTo(GRACE)).hasSize(network);
        overTheEndOfTheSilence();
        untilAskedInAll(2);
    }

    @Test
    void whatCountsAndComesOutOfAMergeAsksOnce() {
        world.detect("payments", "trigger");
        world.untilMails(1);
        var payments = world.onlyIncident().get("id").asString();
        world.detectOn("network", "disks of the network");
        world.untilIncidents(2);
        var other = world.incidents().stream()
                .map(one -> one.get("id").asString())
                .filter(id -> !id.equals(payments))
                .findFirst()
                .orElseThrow();
        silence("disk");
        untilQuiet(other);
        said("/api/incidents/" + payments + "/merge", "{\"into\": \"" + other + "\"}", 200);
        world.eventually("one alert of it counts: it asks", () -> !isQuiet(other));
        said("/api/incidents/" + payments + "/unmerge", "{}", 200);
        assertThat(isQuiet(payments)).isFalse();
        untilQuiet(other);
        world.eventually("it asks again", () -> world.mailsTo(ADA).size() == 2);
        later(Duration.ofSeconds(30));
        assertThat(world.mailsTo(ADA)).hasSize(2);
    }

    @Test
    void theEndOfAQuietIncidentThatIsTakenBackWakesNobody() {
        world.detect("disk", "trigger");
        world.untilMails(1);
        var disk = world.onlyIncident().get("id").asString();
        silence("disk");
        untilQuiet(disk);
        var operation = said("/api/incidents/bulk", "{\"action\": \"resolve\", \"ids\": [\"" + disk + "\"]}", 202)
                .get("operation")
                .asString();
        world.eventually("it is over", () -> one(disk).get("state").asString().equals("resolved"));
        said("/api/incidents/bulk/" + operation + "/undo", "{}", 202);
        world.eventually(
                "it is open again", () -> one(disk).get("state").asString().equals("triggered"));
        world.eventually("and quiet", () -> isQuiet(disk));
        nobodyIsAsked(1);
        assertThat(isQuiet(disk)).isTrue();
        overTheEndOfTheSilence();
        world.eventually(
                "nothing is left of it", () -> one(disk).get("state").asString().equals("resolved"));
        assertThat(world.mailsTo(ADA)).hasSize(1);
    }
}
