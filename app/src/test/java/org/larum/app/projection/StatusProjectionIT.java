package org.larum.app.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.larum.app.projection.Rooms.ALL;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.directory.DirectoryExamples.SEARCH;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.incident.IncidentExamples.opened;
import static org.larum.domain.status.StatusExamples.PAYING;
import static org.larum.domain.status.StatusExamples.announced;
import static org.larum.domain.status.StatusExamples.hidden;
import static org.larum.domain.status.StatusExamples.monitoring;
import static org.larum.domain.status.StatusExamples.planned;
import static org.larum.domain.status.StatusExamples.published;
import static org.larum.domain.status.StatusExamples.resolved;
import static org.larum.domain.status.StatusExamples.shown;
import static org.larum.domain.status.StatusExamples.updated;
import static org.larum.domain.status.StatusExamples.withdrawn;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.larum.domain.directory.DirectoryExamples;
import org.larum.domain.shared.Event;
import org.larum.domain.shared.Monday;
import org.larum.domain.status.ComponentId;
import org.larum.domain.status.NoticeId;
import org.larum.domain.status.NoticeState;
import org.larum.domain.status.StatusEvent.ComponentShown;
import org.larum.domain.status.StatusEvent.NoticePublished;
import org.larum.domain.status.StatusEvent.NoticeUpdated;
import org.larum.domain.status.StatusExamples;
import org.larum.domain.status.Visibility;
import org.larum.projections.shared.Page.Asked;
import org.larum.projections.status.ComponentView;
import org.larum.projections.status.NoticeView;
import org.larum.projections.status.StatusPageView;
import org.larum.projections.status.StatusPageView.ShownNotice;
import org.larum.projections.status.StatusPageView.StatusHistoryView;
import org.larum.projections.status.StatusQuery.Components;
import org.larum.projections.status.StatusQuery.Notices;
import org.larum.projections.status.StatusQuery.OneNotice;
import org.larum.projections.status.StatusQuery.StatusHistory;
import org.larum.projections.status.StatusQuery.StatusPage;

class StatusProjectionIT {

    private final Rooms rooms = new Rooms();

    private StatusPageView page(Visibility audience) {
        return rooms.status.answer(new StatusPage(audience, Monday.at(60)));
    }

    private StatusPageView outside() {
        return page(Visibility.PUBLIC);
    }

    private static Event searchShown() {
        return new ComponentShown(
                ComponentId.of(SEARCH), SEARCH, "Search", null, 5, DirectoryExamples.BY_ADA, Monday.NINE);
    }

    @Test
    void nothingIsShownUntilSomebodyShowsIt() {
        rooms.given(published());
        assertThat(outside().components()).isEmpty();
        assertThat(outside().open().getFirst().posts().getFirst().affected()).isEmpty();
        assertThat(outside().state()).isEqualTo("operational");
    }

    @Test
    void aComponentIsAsItsOpenNoticesSay() {
        rooms.given(shown(), searchShown(), published());
        var page = outside();
        assertThat(page.components())
                .extracting(one -> one.name(), one -> one.group(), one -> one.state())
                .containsExactly(tuple("Search", null, "operational"), tuple("Paying", "Shop", "partial_outage"));
        assertThat(page.state()).isEqualTo("partial_outage");
        assertThat(page.components().getLast().days().getLast()).isEqualTo("partial_outage");
        assertThat(page.components().getLast().days().getFirst()).isEqualTo("unknown");
        assertThat(page.components().getLast().percentWithoutOutage()).isZero();
        assertThat(page.open().getFirst().posts().getFirst().affected())
                .extracting(one -> one.name(), one -> one.state())
                .containsExactly(tuple("Paying", "partial_outage"));
    }

    @Test
    void anUpdateReplacesTheStateAndTheEndEndsIt() {
        rooms.given(shown(), published(), updated(monitoring(), 30));
        assertThat(outside().components().getFirst().state()).isEqualTo("degraded");
        rooms.given(updated(resolved(), 45));
        var page = outside();
        assertThat(page.components().getFirst().state()).isEqualTo("operational");
        assertThat(page.components().getFirst().percentWithoutOutage()).isEqualTo(50);
        assertThat(page.open()).isEmpty();
        assertThat(page.newest().items().getFirst().posts())
                .extracting(post -> post.state())
                .containsExactly("resolved", "monitoring", "investigating");
        assertThat(page.changedAt()).isEqualTo(Monday.at(45));
    }

    @Test
    void aMaintenanceIsFeltOnlyWhileItIsUnderWay() {
        rooms.given(searchShown(), announced(Visibility.PUBLIC));
        assertThat(outside().state()).isEqualTo("operational");
        assertThat(outside().open()).hasSize(1);
        rooms.given(new NoticeUpdated(
                StatusExamples.UPGRADE, planned(NoticeState.IN_PROGRESS), DirectoryExamples.BY_ADA, Monday.at(30)));
        assertThat(outside().state()).isEqualTo("under_maintenance");
    }

    @Test
    void whatWasWithdrawnIsGoneFromThePageAndFromTheBarsAndStaysForThoseWhoPublish() {
        rooms.given(shown(), published(), withdrawn(9));
        var page = outside();
        assertThat(page.open()).isEmpty();
        assertThat(page.newest().items()).isEmpty();
        assertThat(page.components().getFirst().days()).doesNotContain("partial_outage");
        assertThat(rooms.status.answer(new Notices(Set.of("withdrawn"), ALL)).items())
                .hasSize(1);
        assertThat(rooms.status.answer(new Notices(Set.of("open", "over"), ALL)).items())
                .isEmpty();
    }

    @Test
    void whatIsPrivateIsSeenBySignedInReadersAlone() {
        rooms.given(searchShown(), announced(Visibility.PRIVATE));
        rooms.given(new NoticeUpdated(
                StatusExamples.UPGRADE, planned(NoticeState.IN_PROGRESS), DirectoryExamples.BY_ADA, Monday.at(30)));
        assertThat(outside().open()).isEmpty();
        assertThat(outside().newest().items()).isEmpty();
        assertThat(outside().state()).isEqualTo("operational");
        assertThat(outside().components().getFirst().days()).doesNotContain("under_maintenance");
        assertThat(page(Visibility.PRIVATE).open()).hasSize(1);
        assertThat(page(Visibility.PRIVATE).state()).isEqualTo("under_maintenance");
    }

    @Test
    void whatIsHiddenIsNotNamedAndItsPastComesBackWithIt() {
        rooms.given(shown(), published(), hidden(9));
        assertThat(outside().components()).isEmpty();
        assertThat(outside().open().getFirst().posts().getFirst().affected()).isEmpty();
        var chosen = rooms.status.answer(new Components(Set.of(CHECKOUT.value(), SEARCH.value())));
        assertThat(chosen.values())
                .extracting(ComponentView::service, ComponentView::shown, ComponentView::state)
                .containsExactly(tuple(CHECKOUT.value(), false, "partial_outage"));
        rooms.given(shown());
        assertThat(outside().components().getFirst().state()).isEqualTo("partial_outage");
    }

    @Test
    void thoseWhoPublishSeeTheIncidentAndWhoSaidWhat() {
        rooms.given(opened(), published(), updated(monitoring(), 5));
        var notice = rooms.status.answer(new OneNotice(PAYING.value())).orElseThrow();
        assertThat(notice.subject().incident())
                .isEqualTo(new NoticeView.NoticeIncident(INCIDENT.value(), 1001, opened().title()));
        assertThat(notice.posts()).hasSize(2);
        assertThat(notice.posts().getFirst().state()).isEqualTo("monitoring");
        assertThat(notice.posts().getFirst().by().name()).isEqualTo("Ada");
        assertThat(rooms.status.answer(new OneNotice(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void everyNoticeIsOnOnePageOfTheHistoryAndOfTheList() {
        for (int i = 0; i < 45; i++) {
            var e = published();
            var visibility = i % 3 == 0 ? Visibility.PRIVATE : Visibility.PUBLIC;
            rooms.given(new NoticePublished(
                    new NoticeId(new UUID(7, i)), e.kind(), visibility, "Notice " + i, e.post(), null, e.by(), e.at()));
        }
        var first = rooms.status.answer(new StatusHistory(Visibility.PUBLIC, null));
        var second = rooms.status.answer(new StatusHistory(Visibility.PUBLIC, first.next()));
        assertThat(titles(first))
                .startsWith("Notice 44", "Notice 43", "Notice 41")
                .hasSize(20);
        assertThat(titles(second))
                .endsWith("Notice 2", "Notice 1")
                .hasSize(10)
                .doesNotContainAnyElementsOf(titles(first));
        assertThat(second.next()).isNull();

        var list = rooms.status.answer(new Notices(Set.of(), new Asked(30, null)));
        var rest = rooms.status.answer(new Notices(Set.of(), new Asked(30, list.next())));
        assertThat(list.items()).hasSize(30);
        assertThat(rest.items()).hasSize(15);
        assertThat(rest.next()).isNull();
    }

    private static List<String> titles(StatusHistoryView history) {
        return history.items().stream().map(ShownNotice::title).toList();
    }

    @Test
    void namesOutsideStayTheSame() {
        rooms.given(shown(), published());
        var before = outside().open().getFirst();
        rooms.given(updated(monitoring(), 5));
        var after = outside().open().getFirst();
        assertThat(after.ref()).isEqualTo(before.ref()).isNotEqualTo(PAYING.value());
        assertThat(after.posts().getLast().ref())
                .isEqualTo(before.posts().getFirst().ref());
        assertThat(after.posts().getFirst().ref())
                .isNotEqualTo(after.posts().getLast().ref());
    }

    @Test
    void readTwiceTheRowsAreTheSame() {
        rooms.given(shown(), searchShown(), published(), announced(Visibility.PRIVATE), updated(monitoring(), 5));
        rooms.given(hidden(6), shown(), updated(resolved(), 7), withdrawn(9));
        var once = rooms.rows();
        assertThat(rooms.replayed().rows()).isEqualTo(once);
    }
}
