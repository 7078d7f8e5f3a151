package org.larum.app.api.slo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.larum.app.api.WordCursor;
import org.larum.app.api.slo.SloController.CountsTaken;
import org.larum.app.api.slo.SloView.BurnView;
import org.larum.app.api.slo.SloView.LeftAt;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.Slo;
import org.larum.domain.directory.SloId;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.domain.slo.Alarm;
import org.larum.domain.slo.Bucket;
import org.larum.domain.slo.ErrorBudget;
import org.larum.domain.slo.SloCommand.TellCounts;
import org.larum.domain.slo.TallyId;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page;
import org.larum.projections.shared.Page.Asked;
import org.larum.projections.slo.AlarmView;
import org.larum.projections.slo.SloAnswers;
import org.larum.projections.slo.SloQuery.Costliest;
import org.larum.projections.slo.SloQuery.Seen;
import org.larum.projections.slo.SloQuery.Sounding;

/** Works out budgets as they stand now, and takes what senders count. */
final class SloDesk {

    private static final int STEPS = 60;
    private static final int MOST_INCIDENTS = 20;

    private final RuleBook rules;
    private final SloAnswers answers;
    private final Names names;
    private final Commands commands;
    private final Idempotency idempotency;
    private final Time time;

    SloDesk(RuleBook rules, SloAnswers answers, Names names, Commands commands, Idempotency idempotency, Time time) {
        this.rules = rules;
        this.answers = answers;
        this.names = names;
        this.commands = commands;
        this.idempotency = idempotency;
        this.time = time;
    }

    Page<SloView> page(Asked asked) {
        var now = time.now();
        var after = WordCursor.read(asked.after());
        var found = slos().filter(slo -> slo.word().compareTo(after) > 0)
                .limit(asked.limit() + 1L)
                .toList();
        var items = found.stream()
                .limit(asked.limit())
                .map(slo -> view(slo, budget(slo, now)))
                .toList();
        return new Page<>(
                items,
                found.size() > asked.limit() ? WordCursor.write(items.getLast().word()) : null);
    }

    /** By word. */
    private Stream<Slo> slos() {
        return rules.inUse()
                .map(RuleBook.Version::definition)
                .filter(Slo.class::isInstance)
                .map(Slo.class::cast);
    }

    SloView.SloWhole whole(String word) {
        var now = time.now();
        var slo = one(word);
        var budget = budget(slo, now);
        var course = budget.course(STEPS).stream()
                .map(point -> new LeftAt(point.at(), point.left()))
                .toList();
        return new SloView.SloWhole(view(slo, budget), course, answers.answer(new Costliest(slo, now, MOST_INCIDENTS)));
    }

    private Slo one(String word) {
        return rules.latest(SloId.of(word).value())
                .filter(version -> !version.isRetired())
                .map(RuleBook.Version::definition)
                .filter(Slo.class::isInstance)
                .map(Slo.class::cast)
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.NOT_FOUND,
                        "no_such_slo",
                        "There is no SLO of this word. Those that are there stand at /api/slos; describe another one"
                                + " under \"slos\" in the configuration."));
    }

    private ErrorBudget budget(Slo slo, Instant now) {
        return new ErrorBudget(slo, answers.answer(new Seen(slo, now)), now);
    }

    private SloView view(Slo slo, ErrorBudget budget) {
        var service = names.service(slo.service().value());
        var sounding = answers.answer(new Sounding(slo.id()));
        var left = budget.left();
        return new SloView(
                slo.word(),
                service,
                Slo.word(slo.kind()),
                Slo.word(slo.from()),
                slo.objective(),
                slo.window().toSeconds(),
                Slo.word(slo.policy()),
                slo.policy().share(),
                slo.within() == null ? null : slo.within().toMillis(),
                slo.severities().stream().map(Slo::word).toList(),
                budget.good(),
                slo.from() == Slo.Source.COUNTS ? "events" : "seconds",
                budget.budget(),
                budget.share().bad(),
                left,
                Stream.of(Alarm.FAST, Alarm.SLOW, Alarm.CREEPING)
                        .map(alarm -> burn(alarm, budget, sounding))
                        .toList(),
                sounding.stream().anyMatch(one -> one.alarm() == Alarm.LOW),
                budget.asks(service.word()),
                left == null
                        ? "Nothing was counted in this window. Send counts to /api/slos/" + slo.word() + "/counts."
                        : null);
    }

    private static BurnView burn(Alarm alarm, ErrorBudget budget, List<AlarmView> sounding) {
        var told = sounding.stream().filter(one -> one.alarm() == alarm).findFirst();
        var stretch = alarm.stretch();
        return new BurnView(
                Slo.word(alarm),
                stretch.toDays() > 0 ? stretch.toDays() + "d" : stretch.toHours() + "h",
                alarm.rate(),
                budget.burn(stretch),
                told.isPresent(),
                told.map(AlarmView::at).orElse(null));
    }

    /** All of them or none. */
    CountsTaken tell(String word, String source, List<Bucket> buckets, Write write) {
        var slo = one(word);
        if (slo.from() != Slo.Source.COUNTS) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "not_counted",
                    "This SLO is measured by incidents, and counts would change nothing. Nothing was kept. Write from:"
                            + " counts in its configuration.");
        }
        var now = time.now();
        var days = new TreeMap<LocalDate, List<Bucket>>();
        buckets.forEach(bucket ->
                days.computeIfAbsent(day(bucket), none -> new ArrayList<>()).add(bucket));
        var wishes = days.entrySet().stream()
                .map(day -> new TellCounts(
                        TallyId.of(slo.id(), source, day.getKey()), slo.id(), source, day.getValue(), now))
                .toList();
        return commands.inOneUnit(() -> idempotency.once(write, CountsTaken.class, () -> {
            wishes.forEach(wish -> commands.within(Map.of(), wish));
            return new CountsTaken(word, source, buckets.size());
        }));
    }

    private static LocalDate day(Bucket bucket) {
        return bucket.from().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
