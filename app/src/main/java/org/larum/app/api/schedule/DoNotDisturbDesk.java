package org.larum.app.api.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.config.Pause;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.eventstore.Published;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.Who;
import org.larum.domain.directory.PersonId;
import org.larum.domain.schedule.DoNotDisturbId;
import org.larum.domain.schedule.ScheduleCommand;
import org.larum.domain.schedule.ScheduleCommand.BeginDoNotDisturb;
import org.larum.domain.schedule.ScheduleCommand.EndDoNotDisturb;
import org.larum.domain.shared.Severity;
import org.larum.domain.shared.Time;

/** Who wants to be left alone for now. Everybody says so for themselves, administrators for all. Blocking. */
public final class DoNotDisturbDesk {

    /** Two severities wake everybody unless a person says otherwise, as with quiet hours. */
    private static final List<Severity> USUAL = List.of(Severity.CRITICAL, Severity.HIGH);

    private static final Duration LONGEST = Duration.ofDays(1);

    private final Commands commands;
    private final Idempotency idempotency;
    private final RuleBook rules;
    private final Time time;
    private final DutyReader reader;

    public DoNotDisturbDesk(Commands commands, Idempotency idempotency, RuleBook rules, Time time) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.rules = rules;
        this.time = time;
        this.reader = new DutyReader(rules);
    }

    /**
     * {@code until}: with its zone, or a wall time of the person's; {@code lasting}: instead of it, such as 30m; {@code except}: critical
     * and high when it is left out.
     */
    public record DoNotDisturbWish(
            @Nullable String person,
            @Nullable String until,
            @Nullable String lasting,
            @Nullable List<String> except) {}

    /** {@code changed}: false when it was so already. */
    public record DoNotDisturbActed(DoNotDisturbView doNotDisturb, boolean changed) {}

    DoNotDisturbView show(@Nullable String person, Who who) {
        return view(reader.mine(person, who));
    }

    DoNotDisturbActed begin(DoNotDisturbWish wish, Who who, Write write) {
        rules.catchUp();
        var person = reader.mine(wish.person(), who);
        var lasting = wish.lasting();
        var pause = lasting == null ? null : lasting(lasting);
        var fixed = pause == null ? DutyReader.time("until", wish.until(), reader.zone(person)) : null;
        var given = wish.except();
        var except = given == null
                ? USUAL
                : given.stream()
                        .map(DoNotDisturbDesk::severity)
                        .distinct()
                        .sorted()
                        .toList();
        return decide(person, write, at -> {
            var until = pause == null ? Objects.requireNonNull(fixed) : at.plus(pause);
            return new BeginDoNotDisturb(DoNotDisturbId.of(person), person, until, except, who.actor(), at);
        });
    }

    private static Duration lasting(String text) {
        return Pause.read(text, LONGEST)
                .orElseThrow(() -> DutyReader.invalid(
                        "bad_time", "\"lasting\" is not a time. Nothing was changed. Write 30m, 2h or at most 1d."));
    }

    DoNotDisturbActed end(@Nullable String of, Who who, Write write) {
        rules.catchUp();
        var person = reader.mine(of, who);
        return decide(person, write, at -> new EndDoNotDisturb(DoNotDisturbId.of(person), who.actor(), at));
    }

    private record Outcome(boolean changed) {}

    private DoNotDisturbActed decide(PersonId person, Write write, Function<Instant, ScheduleCommand> wish) {
        var outcome = commands.inOneUnit(() -> idempotency.once(write, Outcome.class, () -> {
            commands.within(Map.of(), wish.apply(time.now()));
            return new Outcome(!Published.here().all().isEmpty());
        }));
        rules.catchUp();
        return new DoNotDisturbActed(view(person), outcome.changed());
    }

    private DoNotDisturbView view(PersonId person) {
        var directory = rules.now();
        return directory
                .person(person)
                .map(found -> DoNotDisturbView.of(found, directory, time.now()))
                .orElseThrow(() -> DutyReader.unknown("person"));
    }

    private static Severity severity(String word) {
        return Stream.of(Severity.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> DutyReader.invalid(
                        "bad_severity",
                        "\"except\" names what disturbs you all the same: critical, high, medium or low. Nothing was"
                                + " changed."));
    }
}
