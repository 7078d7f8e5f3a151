package org.larum.app.api.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.eventstore.Published;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.Who;
import org.larum.domain.directory.Directory.Undisturbed;
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

    /** {@code until}: with its zone, or a wall time of the person's; {@code except}: critical and high when it is left out. */
    public record DoNotDisturbWish(
            @Nullable String person,
            @Nullable String until,
            @Nullable List<String> except) {}

    /** {@code until}: null when nothing is held back. */
    public record DoNotDisturbView(@Nullable Instant until, List<String> except) {}

    /** {@code changed}: false when it was so already. */
    public record DoNotDisturbActed(DoNotDisturbView doNotDisturb, boolean changed) {}

    DoNotDisturbView show(@Nullable String person, Who who) {
        return view(reader.mine(person, who));
    }

    DoNotDisturbActed begin(DoNotDisturbWish wish, Who who, Write write) {
        rules.catchUp();
        var person = reader.mine(wish.person(), who);
        var until = DutyReader.time("until", wish.until(), reader.zone(person));
        var given = wish.except();
        var except = given == null
                ? USUAL
                : given.stream()
                        .map(DoNotDisturbDesk::severity)
                        .distinct()
                        .sorted()
                        .toList();
        return decide(
                person,
                write,
                at -> new BeginDoNotDisturb(DoNotDisturbId.of(person), person, until, except, who.actor(), at));
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
        return rules.now()
                .undisturbed(person, time.now())
                .map(rest -> new DoNotDisturbView(rest.until(), words(rest)))
                .orElse(new DoNotDisturbView(null, List.of()));
    }

    private static List<String> words(Undisturbed rest) {
        return rest.except().stream()
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
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
