package org.larum.domain.major;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_GRACE;
import static org.larum.domain.directory.DirectoryExamples.CHAT;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.directory.DirectoryExamples.GRACE;
import static org.larum.domain.directory.DirectoryExamples.LINUS;
import static org.larum.domain.directory.DirectoryExamples.SEARCH;
import static org.larum.domain.directory.DirectoryExamples.cautiousShop;
import static org.larum.domain.directory.DirectoryExamples.checkout;
import static org.larum.domain.directory.DirectoryExamples.majorRule;
import static org.larum.domain.directory.DirectoryExamples.quietShop;
import static org.larum.domain.directory.DirectoryExamples.search;
import static org.larum.domain.directory.DirectoryExamples.shop;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.incident.IncidentExamples.NEXT;
import static org.larum.domain.incident.IncidentExamples.PART;
import static org.larum.domain.major.MajorExamples.MAJOR;
import static org.larum.domain.major.MajorExamples.noted;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.larum.domain.alert.AlertExamples;
import org.larum.domain.correlation.CorrelationEvent.AlertCorrelated;
import org.larum.domain.correlation.CorrelationExamples;
import org.larum.domain.directory.Definition.MajorRule;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.MajorRuleId;
import org.larum.domain.directory.PersonId;
import org.larum.domain.incident.EscalationCause;
import org.larum.domain.incident.IncidentCommand.EscalateIncident;
import org.larum.domain.incident.IncidentEvent.Joining;
import org.larum.domain.incident.IncidentExamples;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.major.MajorCommand.DeclareMajor;
import org.larum.domain.major.MajorCommand.EndMajor;
import org.larum.domain.major.MajorCommand.MergeMajor;
import org.larum.domain.major.MajorCommand.NoteImpact;
import org.larum.domain.major.MajorCommand.ResumeMajor;
import org.larum.domain.major.MajorCommand.TakeOver;
import org.larum.domain.major.MajorEvent.Grounds;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationEvent.Occasion;
import org.larum.domain.notification.NotificationEvent.Recipient;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;

class MajorReactionsTest {

    @Test
    void whatHitsSeveralServicesIsEscalatedWhenARuleSaysSo() {
        var reaction = new WhenMajorDeclaredThenEscalate();
        assertThat(reaction.on(MajorExamples.declaredByRule(), "nothing"))
                .containsExactly(new EscalateIncident(
                        INCIDENT, EscalationCause.SEVERAL_SERVICES, null, Actor.LARUM, Monday.at(4)));
        assertThat(reaction.on(MajorExamples.declared(), "nothing")).isEmpty();
        assertThat(reaction.on(MajorExamples.stoodDown(), "nothing")).isEmpty();
        assertThat(reaction.hears()).isEqualTo(MajorEvent.class);
    }

    @Nested
    class WeighIncidents {

        private final WhenIncidentGrowsThenWeigh reaction = new WhenIncidentGrowsThenWeigh();

        @Test
        void howBadItIsAndWhatItHitsIsNoted() {
            assertThat(reaction.on(IncidentExamples.opened(), shop()))
                    .containsExactly(
                            new NoteImpact(MAJOR, INCIDENT, 1001, Severity.HIGH, List.of(CHECKOUT), Monday.NINE));
            assertThat(reaction.on(IncidentExamples.worsened(), shop()))
                    .containsExactly(new NoteImpact(MAJOR, INCIDENT, null, Severity.CRITICAL, List.of(), Monday.at(3)));
            assertThat(reaction.on(IncidentExamples.severityChanged(), shop()))
                    .containsExactly(new NoteImpact(MAJOR, INCIDENT, null, Severity.LOW, List.of(), Monday.at(15)));
        }

        @Test
        void whatGoesElsewhereIsNotedThere() {
            assertThat(reaction.on(IncidentExamples.forwarded(), shop()))
                    .containsExactly(NoteImpact.of(NEXT, List.of(CHECKOUT), Monday.at(24)));
            assertThat(reaction.on(IncidentExamples.split(), shop()))
                    .containsExactly(NoteImpact.of(PART, List.of(CHECKOUT), Monday.at(21)));
        }

        @Test
        void whereOnlyPeopleDeclareNothingIsNotedButEndsAreHeard() {
            assertThat(reaction.on(IncidentExamples.opened(), cautiousShop())).isEmpty();
            assertThat(reaction.on(IncidentExamples.merged(), cautiousShop()))
                    .containsExactly(new MergeMajor(MAJOR, NEXT, BY_ADA, Monday.at(18)));
            assertThat(reaction.on(IncidentExamples.resolved(), cautiousShop()))
                    .containsExactly(new EndMajor(MAJOR, BY_GRACE, Monday.at(8)));
            assertThat(reaction.on(IncidentExamples.resolutionWithdrawn(), cautiousShop()))
                    .containsExactly(new ResumeMajor(MAJOR, INCIDENT, BY_GRACE, Monday.at(9)));
        }

        @Test
        void whatChangesNeitherIsLeftAlone() {
            assertThat(reaction.on(IncidentExamples.noted(), shop())).isEmpty();
            assertThat(reaction.hears().isInstance(IncidentExamples.noted())).isTrue();
        }
    }

    @Nested
    class WeighAlerts {

        private final WhenAlertCorrelatedThenWeigh reaction = new WhenAlertCorrelatedThenWeigh();

        private static AlertCorrelated both(boolean first) {
            var one = CorrelationExamples.joining(AlertExamples.raised());
            var other = new Joining(AlertExamples.SLOW, search(), Severity.HIGH, "Search is slow");
            return new AlertCorrelated(
                    CorrelationExamples.GROUP,
                    1,
                    INCIDENT,
                    List.of(one, other, one),
                    first,
                    Monday.at(7),
                    Monday.at(2),
                    null,
                    null);
        }

        @Test
        void servicesOfAlertsThatJoinAreNoted() {
            assertThat(reaction.on(CorrelationExamples.second(), shop()))
                    .containsExactly(NoteImpact.of(INCIDENT, List.of(CHECKOUT), Monday.at(2)));
            assertThat(reaction.on(both(true), shop()))
                    .containsExactly(NoteImpact.of(INCIDENT, List.of(CHECKOUT, SEARCH), Monday.at(2)));
        }

        @Test
        void theOpeningTellsOfTheFirst() {
            assertThat(reaction.on(CorrelationExamples.first(), shop())).isEmpty();
            assertThat(checkout().service()).isEqualTo(CHECKOUT);
        }

        @Test
        void nothingElseIsHeardAndNothingWhereOnlyPeopleDeclare() {
            assertThat(reaction.on(CorrelationExamples.closed(), shop())).isEmpty();
            assertThat(reaction.on(both(false), cautiousShop())).isEmpty();
            assertThat(reaction.hears().isInstance(both(false))).isTrue();
        }
    }

    @Nested
    class Declare {

        private final WhenImpactNotedThenDeclare reaction = new WhenImpactNotedThenDeclare();

        private List<Command> on(@Nullable Integer number, @Nullable Severity severity, int total) {
            return reaction.on(noted(number, severity, total, List.of(), 2), shop());
        }

        @Test
        void theRuleDeclares() {
            assertThat(on(1001, Severity.CRITICAL, 2))
                    .containsExactly(new DeclareMajor(
                            MAJOR,
                            INCIDENT,
                            new Grounds(null, Severity.CRITICAL, 2),
                            Duration.ofMinutes(20),
                            MajorExamples.ROOM,
                            Actor.LARUM,
                            Monday.at(2)));
        }

        @Test
        void whatIsNotSoBadOrNotSoWideOrNotKnownIsNone() {
            assertThat(on(1001, Severity.HIGH, 2)).isEmpty();
            assertThat(on(1001, Severity.CRITICAL, 1)).isEmpty();
            assertThat(on(1001, null, 2)).isEmpty();
            assertThat(on(null, Severity.CRITICAL, 2)).isEmpty();
            assertThat(reaction.on(noted(1001, Severity.CRITICAL, 9, List.of(), 2), cautiousShop()))
                    .isEmpty();
        }

        @Test
        void withoutAWordOfTheHouseItIsCriticalAndThreeServices() {
            assertThat(reaction.on(noted(1001, Severity.CRITICAL, 2, List.of(), 2), quietShop()))
                    .isEmpty();
            assertThat(reaction.on(noted(1001, Severity.CRITICAL, 3, List.of(), 2), quietShop()))
                    .hasSize(1)
                    .allMatch(one -> one instanceof DeclareMajor declare
                            && declare.warRoom() == null
                            && declare.every().equals(Duration.ofMinutes(30)));
            assertThat(MajorRule.USUAL.id()).isEqualTo(MajorRuleId.ONLY).hasToString(MajorRuleId.ONLY.value() + "");
            assertThat(majorRule().isMetBy(Severity.CRITICAL, 2)).isTrue();
        }

        @Test
        void whatWasMergedGoesOnInTheOther() {
            assertThat(reaction.on(MajorExamples.impactCarried(), shop()))
                    .containsExactly(NoteImpact.of(NEXT, List.of(CHECKOUT, SEARCH), Monday.at(18)));
            assertThat(reaction.on(MajorExamples.merged(), shop()))
                    .containsExactly(
                            new TakeOver(MajorId.of(NEXT), NEXT, MajorExamples.carried(), BY_ADA, Monday.at(18)));
            assertThat(reaction.on(MajorExamples.posted(), shop())).isEmpty();
            assertThat(reaction.hears().isInstance(MajorExamples.posted())).isTrue();
        }
    }

    @Nested
    class Tell {

        private final WhenMajorIncidentTurnsThenTell reaction = new WhenMajorIncidentTurnsThenTell();

        private record Known(Directory directory, @Nullable PersonId who) implements MajorKnown {

            @Override
            public Optional<PersonId> holder(IncidentId incident) {
                return Optional.ofNullable(who);
            }
        }

        private List<Recipient> told(MajorEvent event, @Nullable PersonId holder) {
            return reaction.on(event, new Known(shop(), holder)).stream()
                    .map(one -> ((RequestNotification) one).recipient())
                    .toList();
        }

        private static Recipient mail(PersonId person) {
            return new Recipient(ChannelKind.EMAIL, person.value());
        }

        private static Recipient chat() {
            return new Recipient(ChannelKind.WEBHOOK, CHAT.value());
        }

        @Test
        void executivesAndWebhooksHearOfEachTurn() {
            for (var event : List.of(MajorExamples.declared(), MajorExamples.stoodDown(), MajorExamples.posted())) {
                assertThat(told(event, null)).containsExactly(mail(LINUS), mail(ADA), mail(GRACE), chat());
            }
            assertThat(told(MajorExamples.ended(), null)).containsExactly(mail(LINUS), mail(ADA), mail(GRACE));
        }

        @Test
        void eachIsToldOnceWhateverIsReadTwice() {
            var known = new Known(shop(), null);
            assertThat(reaction.on(MajorExamples.declared(), known))
                    .isEqualTo(reaction.on(MajorExamples.declared(), known))
                    .contains(new RequestNotification(
                            id("major", 1, ChannelKind.EMAIL, LINUS.value()),
                            INCIDENT,
                            null,
                            mail(LINUS),
                            NotificationKind.UPDATE,
                            new Occasion(0, 0, 1, "major"),
                            Monday.at(4)));
            assertThat(reaction.on(MajorExamples.declared(2, 2, 61), known))
                    .doesNotContainAnyElementsOf(reaction.on(MajorExamples.declared(), known));
        }

        private static NotificationId id(String turn, int nth, ChannelKind channel, UUID recipient) {
            return NotificationId.of(MAJOR, turn, nth, channel, recipient);
        }

        @Test
        void whoeverHasToWriteIsRemindedOrWhoeverHasItOrTheAdministrators() {
            assertThat(told(MajorExamples.reminded(GRACE), ADA)).containsExactly(mail(GRACE));
            assertThat(told(MajorExamples.reminded(null), ADA)).containsExactly(mail(ADA));
            assertThat(told(MajorExamples.reminded(null), null)).containsExactly(mail(LINUS));
        }

        @Test
        void theRestIsForThoseWhoLook() {
            assertThat(told(MajorExamples.commander(), null)).isEmpty();
            assertThat(reaction.hears().isInstance(MajorExamples.commander())).isTrue();
        }
    }
}
