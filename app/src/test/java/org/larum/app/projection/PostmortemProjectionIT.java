package org.larum.app.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.directory.DirectoryExamples.GRACE;
import static org.larum.domain.directory.DirectoryExamples.SEARCH;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.incident.IncidentExamples.NEXT;
import static org.larum.domain.postmortem.PostmortemExamples.FRIDAY;
import static org.larum.domain.postmortem.PostmortemExamples.POSTMORTEM;
import static org.larum.domain.postmortem.PostmortemExamples.SATURDAY;
import static org.larum.domain.postmortem.PostmortemExamples.TEXT;
import static org.larum.domain.postmortem.PostmortemExamples.TITLE;
import static org.larum.domain.postmortem.PostmortemExamples.about;
import static org.larum.domain.postmortem.PostmortemExamples.added;
import static org.larum.domain.postmortem.PostmortemExamples.asked;
import static org.larum.domain.postmortem.PostmortemExamples.changed;
import static org.larum.domain.postmortem.PostmortemExamples.drafted;
import static org.larum.domain.postmortem.PostmortemExamples.published;
import static org.larum.domain.postmortem.PostmortemExamples.reminded;
import static org.larum.domain.postmortem.PostmortemExamples.reopened;
import static org.larum.domain.postmortem.PostmortemExamples.reviewRequested;
import static org.larum.domain.postmortem.PostmortemExamples.written;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.larum.domain.postmortem.ActionState;
import org.larum.domain.postmortem.Cause;
import org.larum.domain.postmortem.PostmortemEvent.PostmortemAsked;
import org.larum.domain.postmortem.PostmortemId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Monday;
import org.larum.projections.postmortem.ActionView;
import org.larum.projections.postmortem.KnowledgeView;
import org.larum.projections.postmortem.PostmortemLine;
import org.larum.projections.postmortem.PostmortemQuery.AllActions;
import org.larum.projections.postmortem.PostmortemQuery.Knowledge;
import org.larum.projections.postmortem.PostmortemQuery.KnownFor;
import org.larum.projections.postmortem.PostmortemQuery.OnePostmortem;
import org.larum.projections.postmortem.PostmortemQuery.OverdueActions;
import org.larum.projections.postmortem.PostmortemQuery.Postmortems;
import org.larum.projections.postmortem.PostmortemQuery.Versions;
import org.larum.projections.postmortem.PostmortemQuery.WantedDrafts;
import org.larum.projections.postmortem.PostmortemView;
import org.larum.projections.postmortem.VersionView;
import org.larum.projections.shared.Page.Asked;

class PostmortemProjectionIT {

    private static final LocalDate SUNDAY = SATURDAY.plusDays(1);

    private final Rooms rooms = new Rooms();

    private PostmortemView one(LocalDate today) {
        return rooms.postmortems
                .answer(new OnePostmortem(POSTMORTEM.value(), today))
                .orElseThrow();
    }

    private List<PostmortemLine> lines(Set<String> states, @Nullable UUID owner, Set<UUID> services, boolean overdue) {
        return rooms.postmortems
                .answer(new Postmortems(states, owner, services, overdue, SUNDAY, new Asked(10, null)))
                .items();
    }

    private List<Integer> found(String words, Set<UUID> named, Set<UUID> services) {
        return rooms.postmortems.answer(new Knowledge(words, named, services, new Asked(10, null))).items().stream()
                .map(KnowledgeView::number)
                .toList();
    }

    @Test
    void itGoesFromDraftToPublishedAndKeepsEveryText() {
        rooms.given(asked());
        assertThat(one(FRIDAY).about())
                .returns("asked", PostmortemLine::state)
                .returns("Disk is full", PostmortemLine::title);
        assertThat(rooms.postmortems.answer(new WantedDrafts(1))).containsExactly(INCIDENT.value());
        assertThat(rooms.postmortems.answer(new WantedDrafts(0))).isEmpty();
        rooms.given(drafted());
        assertThat(rooms.postmortems.answer(new WantedDrafts(9))).isEmpty();
        rooms.given(written(), reviewRequested());
        assertThat(one(FRIDAY).about())
                .returns("review", PostmortemLine::state)
                .returns(TITLE, PostmortemLine::title)
                .returns(2, PostmortemLine::version)
                .returns(false, PostmortemLine::late);
        assertThat(one(SUNDAY).about().late()).isTrue();
        rooms.given(published());
        assertThat(one(SUNDAY).about())
                .returns("published", PostmortemLine::state)
                .returns(false, PostmortemLine::late);
        rooms.given(reopened(), written(3, "More", 70));
        assertThat(one(SUNDAY)).returns("More", PostmortemView::text);
        var learned = one(SUNDAY).learned();
        assertThat(learned).isNotNull().returns(2, PostmortemView.Learned::version);
        var page = rooms.postmortems.answer(new Versions(POSTMORTEM.value(), new Asked(2, null)));
        assertThat(page.items()).extracting(VersionView::text).containsExactly("More", TEXT);
        assertThat(rooms.postmortems
                        .answer(new Versions(POSTMORTEM.value(), new Asked(2, page.next())))
                        .items())
                .extracting(VersionView::version)
                .containsExactly(1);
    }

    @Test
    void aSecondEndWantsAnotherDraftUntilSomebodyWrites() {
        rooms.given(asked(), drafted(), asked(2, 60));
        assertThat(rooms.postmortems.answer(new WantedDrafts(9))).containsExactly(INCIDENT.value());
        assertThat(one(FRIDAY).about().state()).isEqualTo("draft");
        rooms.given(written());
        assertThat(rooms.postmortems.answer(new WantedDrafts(9))).isEmpty();
    }

    @Test
    void whatIsToBeDoneIsListedByItsDay() {
        rooms.given(asked(), drafted(), added());
        var all = new AllActions(Set.of(), null, false, SUNDAY, new Asked(10, null));
        assertThat(rooms.postmortems.answer(all).items())
                .singleElement()
                .returns(true, ActionView::overdue)
                .returns(1001, ActionView::number)
                .returns(GRACE.value(), action -> action.owner().id());
        assertThat(rooms.postmortems.answer(new OverdueActions(SATURDAY))).hasSize(1);
        rooms.given(reminded(SATURDAY));
        assertThat(rooms.postmortems.answer(new OverdueActions(SATURDAY))).isEmpty();
        assertThat(rooms.postmortems.answer(new OverdueActions(SUNDAY))).hasSize(1);
        assertThat(lines(Set.of(), GRACE.value(), Set.of(), true))
                .singleElement()
                .returns(1, PostmortemLine::overdueActions);
        assertThat(lines(Set.of(), ADA.value(), Set.of(), false)).isEmpty();
        rooms.given(changed(ActionState.DONE));
        assertThat(rooms.postmortems.answer(new OverdueActions(SUNDAY))).isEmpty();
        assertThat(rooms.postmortems
                        .answer(new AllActions(Set.of("done"), ADA.value(), false, SUNDAY, new Asked(10, null)))
                        .items())
                .hasSize(1);
    }

    @Test
    void theListIsFilteredAndPaged() {
        var other =
                new PostmortemAsked(PostmortemId.of(NEXT), NEXT, 1, Cause.MAJOR, about(), Actor.LARUM, Monday.at(5));
        rooms.given(asked(), other, drafted());
        assertThat(lines(Set.of("asked"), null, Set.of(), false))
                .extracting(PostmortemLine::incident)
                .containsExactly(NEXT.value());
        assertThat(lines(Set.of(), null, Set.of(SEARCH.value()), false)).isEmpty();
        assertThat(lines(Set.of(), null, Set.of(CHECKOUT.value()), true))
                .extracting(PostmortemLine::incident)
                .containsExactly(INCIDENT.value());
        var page =
                rooms.postmortems.answer(new Postmortems(Set.of(), null, Set.of(), false, SUNDAY, new Asked(1, null)));
        assertThat(page.items()).extracting(PostmortemLine::incident).containsExactly(NEXT.value());
        assertThat(rooms.postmortems
                        .answer(new Postmortems(Set.of(), null, Set.of(), false, SUNDAY, new Asked(1, page.next())))
                        .items())
                .extracting(PostmortemLine::incident)
                .containsExactly(INCIDENT.value());
    }

    @Test
    void whatWasLearnedIsFoundByWordsServiceAndLikeness() {
        rooms.given(asked(), drafted(), written());
        assertThat(found("", Set.of(), Set.of())).isEmpty();
        rooms.given(published());
        for (var words : List.of("deleting logs", "disk", "restart", "\"full disk\"", "inc-1001", "")) {
            assertThat(found(words, Set.of(), Set.of())).describedAs(words).containsExactly(1001);
        }
        assertThat(found("kafka", Set.of(), Set.of())).isEmpty();
        assertThat(found("kafka", Set.of(CHECKOUT.value()), Set.of())).containsExactly(1001);
        assertThat(found("disk", Set.of(), Set.of(SEARCH.value()))).isEmpty();
        assertThat(rooms.postmortems.answer(
                        new KnownFor(NEXT.value(), Set.of(), CHECKOUT.value(), "A disk is nearly full")))
                .hasSize(1);
        assertThat(rooms.postmortems.answer(
                        new KnownFor(NEXT.value(), Set.of(), CHECKOUT.value(), "Queue :* & | ' too long")))
                .isEmpty();
        assertThat(rooms.postmortems.answer(
                        new KnownFor(NEXT.value(), Set.of(INCIDENT.value()), SEARCH.value(), "Queue")))
                .hasSize(1);
        assertThat(rooms.postmortems.answer(new KnownFor(INCIDENT.value(), Set.of(), CHECKOUT.value(), "Disk is full")))
                .isEmpty();
        // What is written on is not known before it is published.
        rooms.given(reopened(), written(3, "It was Kafka", 70));
        assertThat(found("kafka", Set.of(), Set.of())).isEmpty();
    }

    @Test
    void readAgainItIsTheSame() {
        rooms.given(
                asked(),
                drafted(),
                written(),
                added(),
                reviewRequested(),
                published(),
                changed(ActionState.STARTED),
                reminded(SATURDAY),
                reopened(),
                written(3, "More", 70));
        var before = rooms.rows();
        assertThat(rooms.replayed().rows()).isEqualTo(before);
    }
}
