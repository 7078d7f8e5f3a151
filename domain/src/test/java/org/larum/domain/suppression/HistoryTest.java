package org.larum.domain.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.alert.AlertExamples.EARLIER;
import static org.larum.domain.alert.AlertExamples.acknowledged;
import static org.larum.domain.alert.AlertExamples.attached;
import static org.larum.domain.alert.AlertExamples.expired;
import static org.larum.domain.alert.AlertExamples.raised;
import static org.larum.domain.alert.AlertExamples.repeated;
import static org.larum.domain.alert.AlertExamples.resolved;
import static org.larum.domain.alert.AlertExamples.worsened;
import static org.larum.domain.directory.DirectoryExamples.shop;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.alert.AlertEvent.Source;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;
import org.larum.domain.suppression.Candidate.Seen;

class HistoryTest {

    @Test
    void itIsToldAsBadAsItHasBecome() {
        var history = History.of(List.of(raised(), repeated(null), worsened(null), acknowledged(null), attached()));
        assertThat(history.isOver()).isFalse();
        assertThat(history.pending().joining().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(history.pending().joining().summary())
                .isEqualTo(worsened(null).summary());
        assertThat(history.pending().labels()).isEqualTo(raised().labels());
    }

    @Test
    void itsDetectionsAreCountedFromItsEventsAndWhatWasCountedBeside() {
        var history = History.of(List.of(raised(), repeated(null)));
        var candidate = history.candidate(shop(), Optional.of(new Seen(12, Monday.at(4))));
        assertThat(candidate.seen())
                .containsExactly(new Seen(1, Monday.NINE), new Seen(10, Monday.at(3)), new Seen(12, Monday.at(4)));
        assertThat(candidate.earlier()).containsExactly(EARLIER);
        assertThat(history.candidate(shop(), Optional.of(new Seen(10, Monday.at(4))))
                        .seen())
                .hasSize(2);
        assertThat(history.candidate(shop(), Optional.empty()).seen()).hasSize(2);
    }

    @Test
    void oneThatWasNotRaisedBeforeHasNoEarlierTimes() {
        var e = raised();
        var s = e.source();
        var source = new Source(s.integration(), s.key(), 1, s.raw(), s.details(), s.occurredAt(), null);
        var first =
                new AlertRaised(e.alert(), source, e.place(), e.severity(), e.summary(), e.labels(), e.links(), e.at());
        assertThat(History.of(List.of(first))
                        .candidate(shop(), Optional.empty())
                        .earlier())
                .isEmpty();
    }

    @Test
    void itIsOverWhenItEnded() {
        assertThat(History.of(List.of(raised(), resolved(null))).isOver()).isTrue();
        assertThat(History.of(List.of(raised(), expired(null))).isOver()).isTrue();
        assertThat(History.of(List.of()).isOver()).isTrue();
    }
}
