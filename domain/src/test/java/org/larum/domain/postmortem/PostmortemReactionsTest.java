package org.larum.domain.postmortem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.directory.DirectoryExamples.GRACE;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.postmortem.PostmortemExamples.POSTMORTEM;
import static org.larum.domain.postmortem.PostmortemExamples.SATURDAY;
import static org.larum.domain.postmortem.PostmortemExamples.about;
import static org.larum.domain.postmortem.PostmortemExamples.added;
import static org.larum.domain.postmortem.PostmortemExamples.reminded;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.larum.domain.incident.IncidentExamples;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.postmortem.PostmortemCommand.AskPostmortem;
import org.larum.domain.postmortem.PostmortemKnown.Course;
import org.larum.domain.shared.Actor;
import org.larum.domain.sla.SlaExamples;

class PostmortemReactionsTest {

    private static PostmortemKnown known(@Nullable Cause cause, boolean over) {
        return incident -> Optional.of(new Course(about(), cause, over));
    }

    @Test
    void onlyWhatWasBadIsDraftedByItself() {
        var reaction = new WhenIncidentResolvedThenDraft();
        var resolved = IncidentExamples.resolved();
        assertThat(reaction.on(resolved, known(Cause.CRITICAL, true)))
                .containsExactly(
                        new AskPostmortem(POSTMORTEM, INCIDENT, Cause.CRITICAL, about(), Actor.LARUM, resolved.at()));
        assertThat(reaction.on(resolved, known(null, true))).isEmpty();
        assertThat(reaction.on(IncidentExamples.acknowledged(), known(Cause.MAJOR, false)))
                .isEmpty();
    }

    @Test
    void whatTurnsOutLateAfterItsEndIsDraftedToo() {
        var reaction = new WhenClockIsLateThenDraft();
        assertThat(reaction.on(SlaExamples.breached(), known(Cause.SLA_BREACH, true)))
                .hasSize(1);
        assertThat(reaction.on(SlaExamples.breached(), known(Cause.SLA_BREACH, false)))
                .isEmpty();
        assertThat(reaction.on(SlaExamples.started(), known(Cause.SLA_BREACH, true)))
                .isEmpty();
    }

    @Test
    void theOwnerOfALateActionIsTold() {
        var reaction = new WhenActionRemindedThenTell();
        var told = (RequestNotification) reaction.on(reminded(SATURDAY), "").getFirst();
        assertThat(told.recipient().id()).isEqualTo(GRACE.value());
        var notice = Objects.requireNonNull(told.notice());
        assertThat(notice.title()).isEqualTo("An action of INC-1001 is overdue");
        assertThat(notice.text())
                .startsWith("\"Warn when a disk is at 80 %\" was to be done by 2026-11-27 and has not been closed."
                        + " It is done when: a test disk at 81 % has warned");
        assertThat(notice.path()).isEqualTo("/i/" + INCIDENT + "/postmortem");
        assertThat(reaction.on(reminded(SATURDAY), "")).containsExactly(told);
        assertThat(reaction.on(reminded(SATURDAY.plusDays(1)), "")).doesNotContain(told);
        assertThat(reaction.on(added(), "")).isEmpty();
    }
}
