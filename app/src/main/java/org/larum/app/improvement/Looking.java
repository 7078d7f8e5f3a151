package org.larum.app.improvement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.larum.app.bus.Commands;
import org.larum.app.eventstore.EventLog;
import org.larum.app.processing.Freshness;
import org.larum.domain.improvement.Evidence;
import org.larum.domain.improvement.EvidenceKind;
import org.larum.domain.improvement.Improvement;
import org.larum.domain.improvement.ImprovementCommand;
import org.larum.domain.improvement.ImprovementCommand.Judge;
import org.larum.domain.improvement.ImprovementCommand.Propose;
import org.larum.domain.improvement.ImprovementId;
import org.larum.domain.improvement.ImprovementRefusal;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.projections.improvement.ImprovementAnswers;
import org.larum.projections.improvement.ImprovementQuery.Closed;
import org.larum.projections.improvement.ImprovementQuery.Validated;
import org.larum.projections.improvement.ImprovementTable.ClosedItem;
import org.larum.projections.improvement.ImprovementTable.ValidatedItem;
import org.larum.projections.measure.MeasureQuery.Period;
import org.larum.projections.measure.RuleMeasure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look at everything: what ought to be better is proposed, and what was changed a week ago or earlier is judged. Looked twice, or
 * by two nodes, it is the same: an item is named by what it is about, and judged once. Blocking.
 */
public final class Looking {

    private static final Logger LOG = LoggerFactory.getLogger(Looking.class);

    /** How far back it looks. */
    private static final Duration BACK = Duration.ofDays(30);

    private final Signs signs;
    private final Measuring measuring;
    private final ImprovementAnswers answers;
    private final Commands commands;
    private final EventLog log;
    private final Freshness freshness;
    private final Time time;

    Looking(
            Signs signs,
            Measuring measuring,
            ImprovementAnswers answers,
            Commands commands,
            EventLog log,
            Freshness freshness,
            Time time) {
        this.signs = signs;
        this.measuring = measuring;
        this.answers = answers;
        this.commands = commands;
        this.log = log;
        this.freshness = freshness;
        this.time = time;
    }

    /** {@code seen}: signs; {@code proposed}: of them new, or back; {@code judged}: items. */
    public record Looked(int seen, int proposed, int judged) {}

    /** Whoever looks at the list afterwards finds in it what was done here. */
    public Looked look() {
        var now = time.now();
        var seen = signs.of(new Period(now.minus(BACK), now));
        var standing = signs.standing(now);
        int proposed = propose(seen, now) + propose(standing, now) + propose(back(seen, now), now);
        int judged = answers.answer(new Validated(now.minus(Improvement.PROVES), null)).stream()
                .mapToInt(item -> judge(item, now))
                .sum();
        if (proposed + judged > 0) {
            freshness.await("improvement", log.head());
        }
        return new Looked(seen.size() + standing.size(), proposed, judged);
    }

    private int propose(List<Evidence> signs, Instant now) {
        return signs.stream()
                .mapToInt(sign -> alone(new Propose(sign, Actor.LARUM, now)))
                .sum();
    }

    /** What is seen of items that were done with: only what happened since then says that it is back. */
    private List<Evidence> back(List<Evidence> seen, Instant now) {
        var ids = seen.stream().map(ImprovementId::of).map(ImprovementId::value).collect(Collectors.toSet());
        return answers.answer(new Closed(now.minus(BACK))).stream()
                .filter(item ->
                        ids.contains(item.improvement()) && item.closedAt().isBefore(now))
                .collect(Collectors.groupingBy(
                        ClosedItem::closedAt, Collectors.mapping(ClosedItem::improvement, Collectors.toSet())))
                .entrySet()
                .stream()
                .flatMap(closed -> signs.of(new Period(closed.getKey(), now)).stream()
                        .filter(sign -> closed.getValue()
                                .contains(ImprovementId.of(sign).value())))
                .toList();
    }

    private int judge(ValidatedItem item, Instant now) {
        var measured = measuring.of(item.criterion(), item.changedAt(), now);
        return measured == null
                ? 0
                : alone(new Judge(new ImprovementId(item.improvement()), item.criterion(), measured, Actor.LARUM, now));
    }

    /** The judgement of one that people want to see judged now. */
    public Judge judgement(ImprovementId improvement, Actor by, Instant at) {
        var item = answers.answer(new Validated(at, improvement.value())).stream()
                .findFirst()
                .orElseThrow(ImprovementRefusal::notValidating);
        var measured = measuring.of(item.criterion(), item.changedAt(), at);
        if (measured == null) {
            throw ImprovementRefusal.nothingMeasured();
        }
        return new Judge(improvement, item.criterion(), measured, by, at);
    }

    /** The item that a rule is the subject of, once it is noisy. */
    public static ImprovementId of(RuleMeasure rule) {
        return ImprovementId.of(EvidenceKind.NOISY_RULE, Signs.subject(rule));
    }

    /** One that fails does not hold up the others; 1 when it changed something. */
    private int alone(ImprovementCommand command) {
        try {
            return commands.send(command).isEmpty() ? 0 : 1;
        } catch (Refusal e) {
            LOG.debug("{} was refused: {}", command, e.sentence());
        } catch (RuntimeException e) {
            LOG.warn("an item could not be proposed or judged; it is tried again with the next look: {}", e.toString());
        }
        return 0;
    }
}
