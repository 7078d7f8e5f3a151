package org.larum.app.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.larum.app.projection.Rooms.ALL;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.directory.DirectoryExamples.DEPLOY;
import static org.larum.domain.directory.DirectoryExamples.PROMETHEUS;
import static org.larum.domain.directory.DirectoryExamples.SEARCH;
import static org.larum.domain.directory.DirectoryExamples.changeRecorded;
import static org.larum.domain.directory.DirectoryExamples.link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.larum.domain.directory.DirectoryEvent.ChangeRecorded;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Refusal;
import org.larum.projections.change.ChangeQuery.Changes;
import org.larum.projections.change.ChangeQuery.LastChanges;
import org.larum.projections.change.ChangeView;
import org.larum.projections.shared.Page.Asked;
import org.larum.projections.shared.Scope;

class ChangeProjectionIT {

    private final Rooms rooms = new Rooms();

    private static ChangeRecorded change(String what, ServiceId service, Instant at) {
        var id = UUID.nameUUIDFromBytes(what.getBytes(UTF_8));
        return new ChangeRecorded(id, PROMETHEUS, service, what, null, List.of(), null, at);
    }

    private List<String> found(Set<UUID> services, @Nullable Instant from, @Nullable Instant until) {
        return rooms.changes.answer(new Changes(services, from, until, Scope.EVERYTHING, ALL)).items().stream()
                .map(ChangeView::summary)
                .toList();
    }

    @Test
    void aChangeIsShownWhole() {
        rooms.given(changeRecorded());
        assertThat(rooms.changes
                        .answer(new Changes(Set.of(), null, null, Scope.EVERYTHING, ALL))
                        .items())
                .containsExactly(new ChangeView(
                        DEPLOY,
                        Monday.NINE,
                        PlainNames.of(CHECKOUT),
                        PlainNames.of(PROMETHEUS),
                        "Deployed 4.2",
                        "ci",
                        List.of(link()),
                        1));
    }

    @Test
    void oneThatCameLateStandsWhereItHappened() {
        rooms.given(
                change("second", CHECKOUT, Monday.at(5)),
                change("third", SEARCH, Monday.at(9)),
                change("first", CHECKOUT, Monday.at(1)));
        assertThat(found(Set.of(), null, null)).containsExactly("third", "second", "first");
    }

    @Test
    void theyAreFoundByServiceAndTime() {
        rooms.given(
                change("one", CHECKOUT, Monday.at(1)),
                change("two", SEARCH, Monday.at(2)),
                change("three", CHECKOUT, Monday.at(3)));
        assertThat(found(Set.of(CHECKOUT.value()), null, null)).containsExactly("three", "one");
        assertThat(found(Set.of(), Monday.at(2), null)).containsExactly("three", "two");
        assertThat(found(Set.of(), Monday.at(1), Monday.at(3))).containsExactly("two", "one");
        assertThat(found(Set.of(SEARCH.value()), Monday.at(3), null)).isEmpty();
    }

    @Test
    void pagesLoseNothingAlsoWhenManyHappenedAtOnce() {
        var all = new ArrayList<String>();
        for (int n = 0; n < 7; n++) {
            rooms.given(change("change " + n, CHECKOUT, Monday.at(n / 4)));
            all.addFirst("change " + n);
        }
        var read = new ArrayList<String>();
        @Nullable String after = null;
        do {
            var page = rooms.changes.answer(new Changes(Set.of(), null, null, Scope.EVERYTHING, new Asked(2, after)));
            page.items().forEach(change -> read.add(change.summary()));
            after = page.next();
        } while (after != null);
        assertThat(read).isEqualTo(all);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        var asked = new Asked(2, "nonsense");
        assertThatThrownBy(() -> rooms.changes.answer(new Changes(Set.of(), null, null, Scope.EVERYTHING, asked)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whoSeesOneSenderSeesItsChangesAlone() {
        rooms.given(changeRecorded());
        var other = new Scope(IntegrationId.of("another").value());
        assertThat(rooms.changes
                        .answer(new Changes(Set.of(), null, null, other, ALL))
                        .items())
                .isEmpty();
        var own = new Scope(PROMETHEUS.value());
        assertThat(rooms.changes
                        .answer(new Changes(Set.of(), null, null, own, ALL))
                        .items())
                .hasSize(1);
        assertThat(rooms.changes.answer(new LastChanges(Set.of(CHECKOUT.value()), other)))
                .isEmpty();
    }

    @Test
    void theLastOneOfEachServiceIsFound() {
        rooms.given(
                change("newest", CHECKOUT, Monday.at(8)),
                change("of the search", SEARCH, Monday.at(2)),
                change("older", CHECKOUT, Monday.at(4)));
        var none = ServiceId.of("none").value();
        assertThat(rooms.changes.answer(
                        new LastChanges(Set.of(CHECKOUT.value(), SEARCH.value(), none), Scope.EVERYTHING)))
                .extracting(ChangeView::summary)
                .containsExactlyInAnyOrder("newest", "of the search");
    }

    @Test
    void readTwiceTheRowsAreTheSame() {
        rooms.given(changeRecorded(), change("another", SEARCH, Monday.at(2)));
        var once = rooms.rows();
        assertThat(rooms.replayed().rows()).isEqualTo(once);
    }
}
