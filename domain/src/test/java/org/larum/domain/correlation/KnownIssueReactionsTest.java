package org.larum.domain.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.incident.IncidentExamples.NEXT;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.larum.domain.correlation.WhenIncidentResolvedThenEndKnownIssues.Known;
import org.larum.domain.directory.DirectoryCommand.Retire;
import org.larum.domain.directory.DirectoryEvent.Ending;
import org.larum.domain.directory.DirectoryEvent.KnownIssueDefined;
import org.larum.domain.directory.DirectoryExamples;
import org.larum.domain.directory.Rule;
import org.larum.domain.directory.RuleExamples;
import org.larum.domain.incident.IncidentExamples;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Monday;

class KnownIssueReactionsTest {

    private static final WhenIncidentResolvedThenEndKnownIssues RESOLVED = new WhenIncidentResolvedThenEndKnownIssues();
    private static final WhenKnownIssueDefinedThenEndIfOver DEFINED = new WhenKnownIssueDefinedThenEndIfOver();
    private static final Fates APART = fates(Map.of(), null);

    private static Fates fates(Map<IncidentId, IncidentId> merged, @Nullable Instant ended) {
        return new Fates() {
            @Override
            public IncidentId whole(IncidentId incident) {
                return merged.getOrDefault(incident, incident);
            }

            @Override
            public @Nullable Instant ended(IncidentId incident) {
                return ended;
            }
        };
    }

    private static Known known(Rule.KnownIssue issue, Fates fates) {
        return new Known(DirectoryExamples.shopWith(issue), fates);
    }

    private static Rule.KnownIssue workedOnIn(IncidentId incident) {
        return RuleExamples.knownIssue(null, incident.value());
    }

    private static Command end(Instant at) {
        return new Retire(workedOnIn(INCIDENT).id().value(), "incident", new Ending(INCIDENT.value(), at));
    }

    @Test
    void itEndsWithTheIncidentInWhichItIsWorkedOn() {
        assertThat(RESOLVED.on(IncidentExamples.resolved(), known(workedOnIn(INCIDENT), APART)))
                .containsExactly(end(Monday.at(8)));
    }

    @Test
    void itEndsWithWhatThatIncidentWasMergedInto() {
        assertThat(RESOLVED.on(
                        IncidentExamples.resolved(), known(workedOnIn(NEXT), fates(Map.of(NEXT, INCIDENT), null))))
                .containsExactly(end(Monday.at(8)));
    }

    @Test
    void itStaysWhenAnotherIncidentEndsOrWhenItIsWorkedOnInNone() {
        assertThat(RESOLVED.on(IncidentExamples.resolved(), known(workedOnIn(NEXT), APART)))
                .isEmpty();
        assertThat(RESOLVED.on(IncidentExamples.resolved(), known(RuleExamples.knownIssue("OPS-7"), APART)))
                .isEmpty();
    }

    @Test
    void describedAgainAfterItsEndItEndsAgain() {
        assertThat(DEFINED.on(
                        new KnownIssueDefined(workedOnIn(INCIDENT), 3, "larum.yaml"), fates(Map.of(), Monday.at(8))))
                .containsExactly(end(Monday.at(8)));
        assertThat(DEFINED.on(new KnownIssueDefined(workedOnIn(INCIDENT), 3, "larum.yaml"), APART))
                .isEmpty();
        assertThat(DEFINED.on(
                        new KnownIssueDefined(RuleExamples.knownIssue(null), 3, "larum.yaml"),
                        fates(Map.of(), Monday.at(8))))
                .isEmpty();
    }

    @Test
    void eachHearsWhatItIsNamedAfter() {
        assertThat(RESOLVED.hears()).isEqualTo(org.larum.domain.incident.IncidentEvent.IncidentResolved.class);
        assertThat(DEFINED.hears()).isEqualTo(KnownIssueDefined.class);
    }
}
