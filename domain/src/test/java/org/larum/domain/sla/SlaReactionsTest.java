package org.larum.domain.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_GRACE;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.directory.DirectoryExamples.GRACE;
import static org.larum.domain.directory.DirectoryExamples.SEARCH;
import static org.larum.domain.directory.DirectoryExamples.shop;
import static org.larum.domain.directory.DirectoryExamples.slaRule;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.incident.IncidentExamples.NEXT;
import static org.larum.domain.sla.SlaExamples.ANSWER;
import static org.larum.domain.sla.SlaExamples.RESOLVE;
import static org.larum.domain.sla.SlaExamples.alarm;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Promise;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.directory.SlaRuleId;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentExamples;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;
import org.larum.domain.sla.SlaCommand.CorrectPlace;
import org.larum.domain.sla.SlaCommand.CorrectSeverity;
import org.larum.domain.sla.SlaCommand.CorrectStart;
import org.larum.domain.sla.SlaCommand.GoOn;
import org.larum.domain.sla.SlaCommand.MeetClock;
import org.larum.domain.sla.SlaCommand.PauseClock;
import org.larum.domain.sla.SlaCommand.ResumeClock;
import org.larum.domain.sla.SlaCommand.StartClock;
import org.larum.domain.sla.SlaCommand.StopClock;
import org.larum.domain.sla.SlaEvent.ClockBreached;
import org.larum.domain.sla.SlaEvent.ClockEnd;

class SlaReactionsTest {

    @Nested
    class RunClocks {

        private final WhenIncidentTurnsThenRunClocks reaction = new WhenIncidentTurnsThenRunClocks();

        private List<Command> on(IncidentEvent event) {
            return reaction.on(event, shop());
        }

        private static StartClock start(ClockKind kind) {
            return new StartClock(
                    ClockId.of(INCIDENT, kind), INCIDENT, kind, CHECKOUT, Severity.HIGH, Promise.USUAL, Monday.NINE);
        }

        @Test
        void bothBeginWithTheIncident() {
            assertThat(reaction.hears()).isEqualTo(IncidentEvent.class);
            assertThat(on(IncidentExamples.opened()))
                    .containsExactly(start(ClockKind.ANSWER), start(ClockKind.RESOLVE));
            assertThat(ANSWER).isNotEqualTo(RESOLVE).hasToString(ANSWER.value().toString());
            assertThat(start(ClockKind.ANSWER).target()).isEqualTo(ANSWER.value());
        }

        @Test
        void whoeverIsAtWorkHasAnsweredAndNothingIsSnoozedAnyMore() {
            var acknowledged = IncidentExamples.acknowledged();
            assertThat(on(acknowledged))
                    .containsExactly(
                            new MeetClock(ANSWER, ClockEnd.ACKNOWLEDGED, BY_ADA, acknowledged.at()),
                            new ResumeClock(RESOLVE, PauseReason.SNOOZED, BY_ADA, acknowledged.at()));
            assertThat(on(IncidentExamples.mitigated()))
                    .containsExactly(
                            new MeetClock(ANSWER, ClockEnd.MITIGATED, BY_ADA, Monday.at(13)),
                            new ResumeClock(RESOLVE, PauseReason.SNOOZED, BY_ADA, Monday.at(13)));
        }

        @Test
        void theEndMeetsBothAndAMergeStopsBoth() {
            assertThat(on(IncidentExamples.resolved()))
                    .containsExactly(
                            new MeetClock(ANSWER, ClockEnd.RESOLVED, BY_GRACE, Monday.at(8)),
                            new MeetClock(RESOLVE, ClockEnd.RESOLVED, BY_GRACE, Monday.at(8)));
            assertThat(on(IncidentExamples.merged()))
                    .containsExactly(
                            new StopClock(ANSWER, NEXT, BY_ADA, Monday.at(18)),
                            new StopClock(RESOLVE, NEXT, BY_ADA, Monday.at(18)));
        }

        @Test
        void whatIsTakenBackGoesOn() {
            assertThat(on(IncidentExamples.withdrawn()))
                    .containsExactly(new GoOn(ANSWER, ClockEnd.ACKNOWLEDGED, true, BY_ADA, Monday.at(7)));
            assertThat(on(IncidentExamples.resolutionWithdrawn()))
                    .containsExactly(
                            new GoOn(ANSWER, ClockEnd.RESOLVED, true, BY_GRACE, Monday.at(9)),
                            new GoOn(RESOLVE, ClockEnd.RESOLVED, true, BY_GRACE, Monday.at(9)));
            assertThat(on(IncidentExamples.unmerged()))
                    .containsExactly(
                            new GoOn(ANSWER, ClockEnd.MERGED, true, BY_ADA, Monday.at(19)),
                            new GoOn(RESOLVE, ClockEnd.MERGED, true, BY_ADA, Monday.at(19)));
            assertThat(on(IncidentExamples.reopened()))
                    .containsExactly(new GoOn(RESOLVE, ClockEnd.RESOLVED, false, BY_ADA, Monday.at(9)));
        }

        @Test
        void aSnoozeAndASilenceAreSaidAndTheirEnd() {
            assertThat(on(IncidentExamples.snoozed()))
                    .containsExactly(
                            new PauseClock(ANSWER, PauseReason.SNOOZED, "Waits for the disk", BY_ADA, Monday.at(14)),
                            new PauseClock(RESOLVE, PauseReason.SNOOZED, "Waits for the disk", BY_ADA, Monday.at(14)));
            assertThat(on(IncidentExamples.snoozeEnded()))
                    .containsExactly(
                            new ResumeClock(ANSWER, PauseReason.SNOOZED, Actor.LARUM, Monday.at(120)),
                            new ResumeClock(RESOLVE, PauseReason.SNOOZED, Actor.LARUM, Monday.at(120)));
            assertThat(on(IncidentExamples.helpCalled()))
                    .contains(new ResumeClock(RESOLVE, PauseReason.SNOOZED, BY_ADA, Monday.at(10)));
            assertThat(on(IncidentExamples.hushed()))
                    .contains(new PauseClock(RESOLVE, PauseReason.SILENCED, null, Actor.LARUM, Monday.at(10)));
            assertThat(on(IncidentExamples.hushEnded()))
                    .contains(new ResumeClock(ANSWER, PauseReason.SILENCED, Actor.LARUM, Monday.at(60)));
        }

        @Test
        void whatIsKnownBetterCorrectsThem() {
            assertThat(on(IncidentExamples.severityChanged()))
                    .containsExactly(
                            new CorrectSeverity(ANSWER, Severity.LOW, BY_ADA, Monday.at(15)),
                            new CorrectSeverity(RESOLVE, Severity.LOW, BY_ADA, Monday.at(15)));
            assertThat(on(IncidentExamples.worsened()))
                    .contains(new CorrectSeverity(RESOLVE, Severity.CRITICAL, Actor.LARUM, Monday.at(3)));
            assertThat(on(IncidentExamples.rerouted()))
                    .contains(new CorrectPlace(RESOLVE, SEARCH, Promise.USUAL, Actor.LARUM, Monday.at(3)));
            assertThat(on(IncidentExamples.impactCorrected()))
                    .containsExactly(new CorrectStart(RESOLVE, Monday.at(-20), BY_ADA, Monday.at(17)));
        }

        @Test
        void theRestIsNoneOfTheirBusiness() {
            assertThat(on(IncidentExamples.joined())).isEmpty();
            assertThat(on(IncidentExamples.noted())).isEmpty();
            assertThat(on(IncidentExamples.expired())).isEmpty();
        }
    }

    @Test
    void whatIsPromisedToSomeIsKeptToThem() {
        assertThat(slaRule().promise(CHECKOUT)).isNotEqualTo(Promise.USUAL);
        assertThat(slaRule().promise(SEARCH)).isEqualTo(Promise.USUAL);
        assertThat(ClockKind.ANSWER.target(slaRule().promise(CHECKOUT), Severity.CRITICAL))
                .isEqualTo(Duration.ofMinutes(2));
        assertThat(ClockKind.RESOLVE.target(slaRule().promise(CHECKOUT), Severity.CRITICAL))
                .isNull();
        assertThat(ClockKind.ANSWER.target(slaRule().promise(CHECKOUT), Severity.LOW))
                .isNull();
        assertThat(SlaRuleId.ONLY).hasToString(SlaRuleId.ONLY.value().toString());
    }

    @Nested
    class Tell {

        private final WhenClockRingsThenTell reaction = new WhenClockRingsThenTell();

        private record Knows(Directory directory, @Nullable PersonId person) implements SlaKnown {

            @Override
            public Optional<PersonId> holder(IncidentId incident) {
                return Optional.ofNullable(person);
            }
        }

        private List<UUID> told(SlaEvent event, @Nullable PersonId holder) {
            return requests(event, holder).stream()
                    .map(request -> request.recipient().id())
                    .toList();
        }

        private List<RequestNotification> requests(SlaEvent event, @Nullable PersonId holder) {
            return reaction.on(event, new Knows(shop(), holder)).stream()
                    .map(RequestNotification.class::cast)
                    .toList();
        }

        private static ClockBreached breached(ServiceId service) {
            return new ClockBreached(
                    ANSWER,
                    INCIDENT,
                    ClockKind.ANSWER,
                    service,
                    Duration.ofMinutes(15),
                    Monday.at(15),
                    true,
                    Monday.at(15));
        }

        @Test
        void whoeverHasItHearsFirstAndWhoeverLeadsWhenNobodyHas() {
            assertThat(reaction.hears()).isEqualTo(SlaEvent.class);
            assertThat(told(SlaExamples.foretold(), GRACE)).containsExactly(GRACE.value());
            assertThat(told(SlaExamples.foretold(), null)).containsExactly(ADA.value());
            assertThat(told(SlaExamples.foretold(50, alarm(2, 80, 80), 50), GRACE))
                    .isEmpty();
        }

        @Test
        void aBreachIsToldToThoseWhoLeadAsWellEachOnce() {
            assertThat(told(SlaExamples.breached(), GRACE)).containsExactly(GRACE.value(), ADA.value());
            assertThat(told(SlaExamples.breached(), ADA)).containsExactly(ADA.value());
            assertThat(requests(SlaExamples.breached(), ADA))
                    .isEqualTo(requests(SlaExamples.breached(), ADA))
                    .first()
                    .matches(request -> request.kind() == NotificationKind.HOLDER)
                    .matches(request -> request.occasion().turn().equals("resolve late"));
        }

        @Test
        void whereNobodyLeadsTheEscalationIsEnough() {
            assertThat(told(breached(SEARCH), null)).isEmpty();
            assertThat(told(breached(CHECKOUT), null)).containsExactly(ADA.value());
            assertThat(requests(breached(CHECKOUT), null))
                    .first()
                    .matches(request -> request.occasion().turn().equals("answer late"));
        }

        @Test
        void whatIsDoneWakesNobody() {
            assertThat(told(SlaExamples.breached(false, 100), GRACE)).isEmpty();
            assertThat(told(SlaExamples.met(), GRACE)).isEmpty();
        }
    }
}
