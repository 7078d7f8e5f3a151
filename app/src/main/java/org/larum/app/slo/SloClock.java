package org.larum.app.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.app.beat.Beat;
import org.larum.app.bus.Commands;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.directory.Slo;
import org.larum.domain.directory.SloId;
import org.larum.domain.shared.Time;
import org.larum.domain.slo.Alarm;
import org.larum.domain.slo.ErrorBudget;
import org.larum.domain.slo.SloCommand.JudgeBudget;
import org.larum.domain.slo.WatchId;
import org.larum.projections.slo.AlarmView;
import org.larum.projections.slo.SloAnswers;
import org.larum.projections.slo.SloQuery.AllSounding;
import org.larum.projections.slo.SloQuery.Seen;

/**
 * Looks at every budget each minute. That one burns, or does no more, is an event first; only what is in the log is sent as an alert,
 * and what was sent is kept beside it. Every node looks: a turn is decided once, and an alert that two nodes send is one alert.
 */
public final class SloClock {

    private static final Duration EVERY = Duration.ofMinutes(1);

    /** Another node may have decided it, and this one died before it sent it. */
    private static final Duration SENDS_EVERY = Duration.ofSeconds(5);

    private final SloAnswers answers;
    private final UntoldTable untold;
    private final BudgetAlerts alerts;
    private final Commands commands;
    private final RuleBook rules;
    private final Time time;
    private final Beat looking = new Beat("slo-clock", EVERY, this::look);
    private final Beat sending = new Beat("slo-sender", SENDS_EVERY, this::send);

    SloClock(
            SloAnswers answers, UntoldTable untold, BudgetAlerts alerts, Commands commands, RuleBook rules, Time time) {
        this.answers = answers;
        this.untold = untold;
        this.alerts = alerts;
        this.commands = commands;
        this.rules = rules;
        this.time = time;
    }

    public void start() {
        looking.start();
        sending.start();
    }

    public void stop() {
        looking.stop();
        sending.stop();
    }

    /** One look at each. */
    public void look() {
        var now = time.now();
        var sounding = answers.answer(new AllSounding());
        var bySlo = sounding.stream().collect(Collectors.groupingBy(AlarmView::slo));
        var slos = rules.inUse()
                .map(RuleBook.Version::definition)
                .filter(Slo.class::isInstance)
                .map(Slo.class::cast)
                .toList();
        slos.forEach(slo -> looking.alone(
                slo.word(), () -> look(slo, bySlo.getOrDefault(slo.id().value(), List.of()), now)));
        var inUse = slos.stream().map(slo -> slo.id().value()).collect(Collectors.toSet());
        sounding.stream()
                .filter(alarm -> !inUse.contains(alarm.slo()))
                .forEach(alarm -> looking.alone(alarm.word(), () -> forget(alarm, now)));
    }

    private void look(Slo slo, List<AlarmView> sounding, Instant now) {
        var budget = new ErrorBudget(slo, answers.answer(new Seen(slo, now)), now);
        var asks = budget.asks(service(slo.service()));
        for (var alarm : Alarm.values()) {
            boolean isTold = sounding.stream().anyMatch(one -> one.alarm() == alarm);
            boolean sounds = budget.sounds(alarm, isTold);
            if (sounds != isTold) {
                var stretch = alarm == Alarm.LOW ? Alarm.CREEPING.stretch() : alarm.stretch();
                judge(
                        slo.id(),
                        slo.word(),
                        slo.service(),
                        alarm,
                        sounds,
                        budget.burn(stretch),
                        budget.left(),
                        asks,
                        now);
            }
        }
    }

    private String service(ServiceId id) {
        return rules.now().service(id).map(Definition.Service::word).orElse("the service");
    }

    /** Nobody owes it any more. */
    private void forget(AlarmView alarm, Instant now) {
        var service = new ServiceId(alarm.service());
        judge(new SloId(alarm.slo()), alarm.word(), service, alarm.alarm(), false, null, null, null, now);
    }

    private void judge(
            SloId slo,
            String word,
            ServiceId service,
            Alarm alarm,
            boolean sounds,
            @Nullable Double burn,
            @Nullable Double left,
            @Nullable String asks,
            Instant now) {
        commands.send(new JudgeBudget(WatchId.of(slo), slo, word, service, alarm, sounds, burn, left, asks, now));
    }

    /** Sends what was decided and is not sent yet. */
    public void send() {
        for (var alarm : untold.untold()) {
            sending.alone(alarm.word(), () -> {
                alerts.send(alarm);
                untold.told(alarm);
            });
        }
    }
}
