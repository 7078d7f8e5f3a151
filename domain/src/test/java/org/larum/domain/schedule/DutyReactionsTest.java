package org.larum.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.schedule.AgreementExamples.BY_ADA;
import static org.larum.domain.schedule.AgreementExamples.OVERRIDE;
import static org.larum.domain.schedule.AgreementExamples.REQUEST;
import static org.larum.domain.schedule.AgreementExamples.agreed;
import static org.larum.domain.schedule.AgreementExamples.asked;
import static org.larum.domain.schedule.AgreementExamples.declared;
import static org.larum.domain.schedule.AgreementExamples.graceForAda;
import static org.larum.domain.schedule.AgreementExamples.hours;
import static org.larum.domain.schedule.AgreementExamples.overrideWithdrawn;
import static org.larum.domain.schedule.AgreementExamples.requestWithdrawn;
import static org.larum.domain.schedule.AgreementExamples.taken;
import static org.larum.domain.schedule.AgreementExamples.wanted;
import static org.larum.domain.schedule.ScheduleExamples.ADA;
import static org.larum.domain.schedule.ScheduleExamples.GRACE;
import static org.larum.domain.schedule.ScheduleExamples.LINUS;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.larum.domain.directory.DirectoryExamples;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationEvent.Notice;
import org.larum.domain.schedule.ScheduleEvent.CoverTaken;
import org.larum.domain.schedule.ScheduleEvent.OverrideAgreed;
import org.larum.domain.schedule.ScheduleEvent.OverrideWithdrawn;
import org.larum.domain.schedule.ScheduleEvent.StandIn;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Monday;

class DutyReactionsTest {

    private final WhenDutyChangesThenTell reaction = new WhenDutyChangesThenTell();

    private static final WhenDutyChangesThenTell.Known KNOWN =
            new WhenDutyChangesThenTell.Known(DirectoryExamples.shop(), schedule -> "payments");

    private List<RequestNotification> told(ScheduleEvent event) {
        return reaction.on(event, KNOWN).stream()
                .map(RequestNotification.class::cast)
                .toList();
    }

    private List<UUID> recipients(ScheduleEvent event) {
        return told(event).stream().map(one -> one.recipient().id()).toList();
    }

    private Notice notice(ScheduleEvent event) {
        return Objects.requireNonNull(told(event).getFirst().notice());
    }

    @Test
    void thoseWhoAreAskedHearOfIt() {
        assertThat(reaction.hears()).isEqualTo(ScheduleEvent.class);
        assertThat(recipients(asked())).containsExactly(GRACE.value(), LINUS.value());
        assertThat(notice(asked()).text())
                .isEqualTo(
                        "ada asks you to be on call for payments from {0}, for 10 hours. Whoever says yes first has it.");
        assertThat(notice(asked()).moment()).isEqualTo(Monday.at(120));
        var swap = asked(new Stretch(Monday.at(0), Monday.at(61)), List.of(GRACE), hours(24, 25));
        assertThat(notice(swap).text())
                .isEqualTo(
                        "ada asks you to be on call for payments from {0}, for 1 hour 1 minute, and takes a shift of yours"
                                + " in return. Whoever says yes first has it.");
    }

    @Test
    void theAskerHearsWhoTookIt() {
        var yes = taken(GRACE, new Stretch(Monday.at(120), Monday.at(150)), 5);
        assertThat(recipients(yes)).containsExactly(ADA.value());
        assertThat(notice(yes).text())
                .isEqualTo("Somebody is on call for payments instead of you from {0}, for 30 minutes.");
        var swap =
                new CoverTaken(REQUEST, wanted(hours(2, 12)), GRACE, hours(2, 12), hours(24, 34), BY_ADA, Monday.NINE);
        assertThat(notice(swap).text()).endsWith("In return you take the shift that you offered to take.");
    }

    @Test
    void whoeverIsPutOnCallByOthersHearsOfIt() {
        var byLinus =
                new OverrideAgreed(OVERRIDE, graceForAda(hours(1, 3)), null, null, Actor.person(LINUS), Monday.NINE);
        assertThat(recipients(byLinus)).containsExactly(GRACE.value(), ADA.value());
        assertThat(notice(byLinus).text()).endsWith("for 2 hours, instead of ada.");
        assertThat(recipients(agreed(hours(1, 3), 0))).containsExactly(ADA.value());
        var forAll = new OverrideAgreed(
                OVERRIDE,
                new StandIn(AgreementExamples.PAYMENTS, ADA, null, hours(1, 3)),
                null,
                null,
                BY_ADA,
                Monday.NINE);
        assertThat(recipients(forAll)).isEmpty();
        var byYes =
                new OverrideAgreed(OVERRIDE, graceForAda(hours(1, 3)), null, REQUEST, Actor.person(LINUS), Monday.NINE);
        assertThat(recipients(byYes)).isEmpty();
    }

    @Test
    void whoeverIsOnCallAgainHearsOfIt() {
        assertThat(recipients(overrideWithdrawn(hours(1, 3), 5))).containsExactly(ADA.value());
        assertThat(notice(overrideWithdrawn(hours(1, 3), 5)).moment()).isEqualTo(Monday.at(60));
        assertThat(notice(overrideWithdrawn(hours(1, 3), 90)).moment()).isEqualTo(Monday.at(90));
        var byAda = new OverrideWithdrawn(OVERRIDE, graceForAda(hours(1, 3)), BY_ADA, Monday.NINE);
        assertThat(recipients(byAda)).containsExactly(GRACE.value());
    }

    @Test
    void nobodyIsToldOfTheRest() {
        assertThat(told(declared(hours(1, 3), 0))).isEmpty();
        assertThat(told(requestWithdrawn(5))).isEmpty();
    }

    @Test
    void readTwiceItAsksForTheSame() {
        assertThat(told(asked())).isEqualTo(told(asked()));
        assertThat(told(asked())).extracting(RequestNotification::notification).doesNotHaveDuplicates();
    }
}
