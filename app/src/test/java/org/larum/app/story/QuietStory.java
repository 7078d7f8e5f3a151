package org.larum.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.larum.app.Servers;

/** Whoever silences an alert during its incident has silence, for as long as it was asked for and no longer. */
class QuietStory {

    private static final String ADA = "ada@example.test";
    private static final String GRACE = "grace@example.test";
    private static final String ANEW = "Its alerts are not silenced any more. The escalation begins anew.";

    private final World world = new World();

    @AfterEach
    void end() {
        world.close();
    }

    private void rules(String yaml) {
        world.configure(world.organisation() + yaml);
    }

    private Instant in(Duration time) {
        return world.now().plus(time);
    }

    private String silence(Duration length) {
        return "silences: {move: {when: 'summary.contains(\"disk\")', until: \"" + in(length)
                + "\", reason: Carts are moved}}\n";
    }

    /** Ada is asked; Grace would be in five minutes. */
    private void diskFails() {
        world.configure(world.organisation());
        world.detect("disk", "trigger");
        world.untilMails(1);
    }

    private boolean isQuiet() {
        return world.onlyIncident().hasNonNull("quiet");
    }

    private void untilQuiet() {
        world.eventually("it is quiet", this::isQuiet);
    }

    private void later(Duration time) {
        world.wind(time);
        world.lookAtOpenIncidents();
        world.letTimersFire();
    }

    private void untilAdaIsAskedAgain(int times) {
        world.eventually("Ada is asked again", () -> world.mailsTo(ADA).size() == times);
    }

    @Test
    void aSilenceThatBeginsDuringAnIncidentStopsTheEscalationUntilItEnds() {
        diskFails();
        rules(silence(Duration.ofMinutes(30)));
        untilQuiet();
        var quiet = world.onlyIncident().get("quiet");
        assertThat(quiet.get("by").get(0).get("rule").asString()).isEqualTo("move");
        assertThat(quiet.get("by").get(0).get("reason").asString()).isEqualTo("Carts are moved");
        world.eventually(
                "it is told",
                () -> world.timeline().stream()
                        .anyMatch(line -> line.startsWith(
                                "Nobody is asked any more: all its alerts are silenced by the silence move until")));
        assertThat(world.timeline())
                .contains("Escalation stopped. Nobody else is paged while its alerts are silenced.");
        later(Duration.ofMinutes(20));
        assertThat(world.mails()).hasSize(1);
        later(Duration.ofMinutes(11));
        untilAdaIsAskedAgain(2);
        assertThat(world.timeline()).contains(ANEW);
        later(Duration.ofMinutes(6));
        world.eventually("then Grace is", () -> world.mailsTo(GRACE).size() == 1);
    }

    @Test
    void aSilenceThatIsTakenAwayAsksAtOnce() {
        diskFails();
        rules(silence(Duration.ofHours(3)));
        untilQuiet();
        world.prune(world.organisation());
        untilAdaIsAskedAgain(2);
        assertThat(isQuiet()).isFalse();
    }

    @Test
    void aSilenceThatIsChangedSoThatItDoesNotMatchAsksAtOnce() {
        diskFails();
        rules(silence(Duration.ofHours(3)));
        untilQuiet();
        rules(silence(Duration.ofHours(3)).replace("disk", "gone"));
        untilAdaIsAskedAgain(2);
    }

    @Test
    void aMaintenanceWindowThatBeginsByItselfQuietensWhatIsOpenThen() {
        diskFails();
        rules("maintenance: {upgrade: {services: [checkout], from: \"%s\", until: \"%s\", reason: Upgrade}}\n"
                .formatted(in(Duration.ofMinutes(3)), in(Duration.ofMinutes(40))));
        later(Duration.ofMinutes(1));
        assertThat(isQuiet()).isFalse();
        later(Duration.ofMinutes(3));
        untilQuiet();
        later(Duration.ofMinutes(20));
        assertThat(world.mails()).hasSize(1);
        later(Duration.ofMinutes(20));
        untilAdaIsAskedAgain(2);
    }

    @Test
    void aKnownIssueQuietensUntilItIsRetired() {
        diskFails();
        rules("knownIssues: {disk: {when: 'summary.contains(\"disk\")', reason: On order, ticket: OPS-7}}\n");
        untilQuiet();
        assertThat(world.onlyIncident().get("quiet").hasNonNull("until")).isFalse();
        later(Duration.ofDays(2));
        assertThat(world.mails()).hasSize(1);
        world.prune(world.organisation());
        untilAdaIsAskedAgain(2);
    }

    @Test
    void anAlertThatNothingSilencesAsksAtOnce() {
        diskFails();
        rules(silence(Duration.ofHours(3)));
        untilQuiet();
        world.detect("payments", "trigger");
        world.untilAlerts(world.onlyIncident(), 2);
        untilAdaIsAskedAgain(2);
        assertThat(isQuiet()).isFalse();
        // When it is over, what is left is silenced as before.
        world.detect("payments", "resolve");
        world.wind(Duration.ofSeconds(70));
        untilQuiet();
    }

    @Test
    void whileOneAlertIsNotSilencedPeopleAreAskedAsBefore() {
        diskFails();
        world.detect("payments", "trigger");
        world.untilAlerts(world.onlyIncident(), 2);
        rules(silence(Duration.ofHours(3)));
        later(Duration.ofMinutes(6));
        world.eventually("Grace is asked", () -> world.mailsTo(GRACE).size() == 1);
        assertThat(isQuiet()).isFalse();
    }

    @Test
    void whoeverHoldsItKeepsItAndWhenTheLeaseEndsItIsQuiet() {
        diskFails();
        world.act(world.onlyIncident().get("id").asString(), "acknowledge");
        rules(silence(Duration.ofHours(2)));
        untilQuiet();
        assertThat(world.onlyIncident().get("state").asString()).isEqualTo("acknowledged");
        later(Duration.ofMinutes(31));
        world.incidentThatIs("triggered");
        later(Duration.ofMinutes(10));
        assertThat(world.mails()).hasSize(1);
        assertThat(isQuiet()).isTrue();
        later(Duration.ofMinutes(90));
        untilAdaIsAskedAgain(2);
    }

    @Test
    void itIsResolvedWithItsLastAlertAsBefore() {
        diskFails();
        rules(silence(Duration.ofHours(2)));
        untilQuiet();
        world.detect("disk", "resolve");
        world.incidentThatIs("resolved");
        later(Duration.ofHours(3));
        assertThat(world.mails()).hasSize(1);
    }

    @Test
    void aServerThatStandsStillWhenTheSilenceEndsAsksWhenItIsBack() {
        diskFails();
        rules(silence(Duration.ofMinutes(30)));
        untilQuiet();
        world.stopServer(0);
        world.wind(Duration.ofMinutes(40));
        world.startServer();
        untilAdaIsAskedAgain(2);
    }

    @Test
    void whoeverSilencedItIsRemindedBeforeItEnds() {
        diskFails();
        rules(silence(Duration.ofHours(2)).replace("moved}", "moved, creator: linus}"));
        untilQuiet();
        world.wind(Duration.ofMinutes(95));
        world.lookAtSilences();
        world.eventually(
                "Linus is reminded", () -> world.mailsTo("linus@example.test").contains("Your silence move ends soon"));
    }

    /** Set and taken away by two servers, over and over: it ends as the rules end. */
    @Test
    void aSilenceThatIsTakenAwayWhileTheRunIsStoppedEndsInAsking() {
        int other = world.startServer();
        diskFails();
        for (int round = 0; round < 6; round++) {
            var path = "/api/config?prune=true";
            int first = round % 2 == 0 ? 0 : other;
            world.post(first, path, world.organisation() + silence(Duration.ofHours(1)), Servers.ADMIN);
            world.post(other - first, path, world.organisation(), Servers.ADMIN);
        }
        world.eventually("it asks", () -> !isQuiet() && world.onlyIncident().hasNonNull("nextStep"));
        int asked = world.mailsTo(GRACE).size();
        later(Duration.ofMinutes(6));
        world.eventually("and goes on asking", () -> world.mailsTo(GRACE).size() > asked);
    }
}
