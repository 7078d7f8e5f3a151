package org.larum.app.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.GRACE;
import static org.larum.domain.feedback.FeedbackExamples.incidentRated;
import static org.larum.domain.feedback.FeedbackExamples.pageRated;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.larum.domain.directory.PersonId;
import org.larum.domain.feedback.FeedbackEvent.IncidentRated;
import org.larum.domain.feedback.RatingId;
import org.larum.domain.feedback.Verdict;
import org.larum.domain.notification.NotificationExamples;
import org.larum.domain.shared.Monday;
import org.larum.projections.feedback.FeedbackFiguresView;
import org.larum.projections.feedback.FeedbackQuery.Figures;
import org.larum.projections.feedback.FeedbackQuery.OfIncident;
import org.larum.projections.feedback.FeedbackQuery.Said;
import org.larum.projections.feedback.FeedbackQuery.Within;

class FeedbackProjectionIT {

    private static final Within ALWAYS =
            new Within(Instant.EPOCH, Instant.parse("2999-01-01T00:00:00Z"), Set.of(), Set.of());

    private final Rooms rooms = new Rooms();

    private FeedbackFiguresView figures() {
        return rooms.feedback.answer(new Figures(ALWAYS));
    }

    private static Said said(Set<String> categories) {
        return new Said(ALWAYS, Set.of(), Set.of(), categories, Rooms.ALL);
    }

    private static IncidentRated said(PersonId person, String comment) {
        return new IncidentRated(RatingId.of(INCIDENT, person), INCIDENT, person, 3, comment, null, Monday.at(30));
    }

    @Test
    void aPageCountsOnceItWasSentAndTheLastWordReplacesTheFirst() {
        rooms.given(NotificationExamples.requested());
        assertThat(figures().pages().told()).isZero();
        rooms.given(NotificationExamples.sent(1));
        assertThat(figures().pages().told()).isOne();
        assertThat(figures().pages().percent()).isZero();
        rooms.given(pageRated(Verdict.NOISE), pageRated(Verdict.USEFUL));
        assertThat(figures().pages().percent()).isEqualTo(100);
        assertThat(figures().pages().noise()).isZero();
        assertThat(figures().pages().useful()).isOne();
        var page = rooms.feedback
                .answer(new OfIncident(INCIDENT.value(), ADA.value()))
                .page();
        assertThat(String.valueOf(page)).contains("verdict=useful");
        assertThat(rooms.feedback
                        .answer(new OfIncident(INCIDENT.value(), GRACE.value()))
                        .page())
                .isNull();
    }

    @Test
    void whatIsSaidInNearlyTheSameWordsIsOneThemeUntilItIsTakenBack() {
        rooms.given(said(ADA, "The runbook link is missing"), said(GRACE, "Runbook: link missing!"));
        assertThat(figures().themes()).singleElement().satisfies(theme -> {
            assertThat(theme.comment()).isEqualTo("The runbook link is missing");
            assertThat(theme.comments()).isEqualTo(2);
        });
        var before = rooms.rows();
        assertThat(rooms.replayed().rows()).isEqualTo(before);
        rooms.given(incidentRated(5, null));
        assertThat(figures().themes()).isEmpty();
        assertThat(figures().categories())
                .singleElement()
                .satisfies(one -> assertThat(one.comments()).isOne());
        assertThat(figures().incidents().stars()).containsExactly(0, 0, 1, 0, 1);
        assertThat(figures().incidents().mean()).isEqualTo(4);
        assertThat(rooms.feedback.answer(said(Set.of("features"))).items()).hasSize(1);
        assertThat(rooms.feedback.answer(said(Set.of("performance"))).items()).isEmpty();
    }

    @Test
    void itIsQuickWithAHundredThousand() {
        rooms.jdbc.sql("""
                        insert into feedback_pages (page, incident, person, message, told_at, position)
                        select gen_random_uuid(), gen_random_uuid(), :ada, gen_random_uuid(),
                          timestamptz '2026-01-01' + n * interval '3 minutes', n from generate_series(1, 100000) n""").param("ada", ADA.value()).update();
        rooms.jdbc.sql("""
                        insert into feedback_ratings (id, kind, incident, person, verdict, rated_at, position)
                        select page, 'page', incident, person, 'noise', told_at, position from feedback_pages where position % 2 = 0""").update();
        rooms.jdbc.sql("""
                        insert into feedback_ratings
                         (id, kind, incident, person, stars, comment, category, tags, sentiment, rare, same, rated_at, position)
                        select id, 'incident', gen_random_uuid(), :ada, 1 + n % 5, 'The runbook link was missing ' || n % 5000,
                          'features', '{runbook,wish}', -0.4, array['runbook', 'missing', (n % 5000)::text], id,
                          timestamptz '2026-01-01' + n * interval '6 minutes', 100000 + n
                        from (select gen_random_uuid() as id, n from generate_series(1, 50000) n) numbers""").param("ada", ADA.value()).update();
        rooms.jdbc.sql("analyze feedback_pages, feedback_ratings").update();
        assertThat(took(this::figures)).isLessThan(Duration.ofSeconds(2));
        assertThat(took(() -> rooms.feedback.answer(said(Set.of())))).isLessThan(Duration.ofMillis(500));
        assertThat(took(() -> rooms.given(said(ADA, "The runbook link was missing again"))))
                .isLessThan(Duration.ofMillis(500));
        assertThat(figures().pages().told()).isEqualTo(100_000);
        assertThat(figures().pages().percent()).isEqualTo(50);
    }

    private static Duration took(Runnable work) {
        work.run();
        long begin = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
