package org.larum.domain.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.alert.AlertExamples.DISK;
import static org.larum.domain.alert.AlertExamples.SLOW;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.incident.IncidentExamples.hush;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.larum.domain.directory.RuleExamples;
import org.larum.domain.incident.IncidentCommand.HushIncident;
import org.larum.domain.incident.IncidentEvent.Hush;
import org.larum.domain.shared.Monday;

/** What silences an incident is told by rule, and ends with the first of them. */
class HushingTest {

    private final Hushing hushing = new Hushing();

    @Test
    void alertsOfOneRuleStandTogether() {
        hushing.add(DISK, SuppressionExamples.silence(), Monday.at(60));
        hushing.add(SLOW, SuppressionExamples.silence(), Monday.at(60));
        assertThat(hushing.command(INCIDENT, Monday.at(10)))
                .isEqualTo(new HushIncident(INCIDENT, List.of(hush(DISK, SLOW)), Monday.at(60), Monday.at(10)));
    }

    @Test
    void itEndsWithTheFirstThatEnds() {
        assertThat(hushing.hasReason()).isFalse();
        hushing.add(SLOW, SuppressionExamples.cause(), null);
        assertThat(hushing.until()).isNull();
        hushing.add(DISK, SuppressionExamples.silence(), Monday.at(60));
        assertThat(hushing.until()).isEqualTo(Monday.at(60));
        assertThat(hushing.hasReason()).isTrue();
        assertThat(hushing.command(INCIDENT, Monday.NINE).reasons())
                .extracting(Hush::kind)
                .containsExactly("inhibition", "silence");
    }

    @Test
    void kindsAreWordsForPeople() {
        hushing.add(
                DISK,
                new Suppressor(SuppressionKind.KNOWN_ISSUE, RuleExamples.id("knownIssues"), "one", 2, "On order"),
                null);
        assertThat(hushing.command(INCIDENT, Monday.NINE).reasons())
                .extracting(Hush::kind)
                .containsExactly("known issue");
    }
}
