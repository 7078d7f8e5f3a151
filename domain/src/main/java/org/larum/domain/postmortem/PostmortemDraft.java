package org.larum.domain.postmortem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Severity;

/**
 * Makes a first text of what the log knows, so that people begin with the facts and not with an empty page. Pure. What only people
 * know is asked for, in italics.
 */
public final class PostmortemDraft {

    /** More than that is a log and no story; all of it stays beside the text. */
    static final int MOST_LINES = 60;

    private static final int MOST_ALERTS = 5;
    private static final Set<String> TOLD = Set.of("incident", "person", "note", "escalation", "alert");

    private PostmortemDraft() {}

    /** One sentence of the timeline. {@code index}: its place in the log. */
    public record Entry(long index, Instant at, String kind, String sentence) {}

    /** {@code answered} and {@code resolved}: null when that never was. {@code impact}: what it cost, as sentences. */
    public record Facts(
            String service,
            Severity severity,
            Cause cause,
            Instant began,
            @Nullable Instant answered,
            @Nullable Instant resolved,
            long alerts,
            List<String> impact) {}

    public static String of(Facts facts, List<Entry> timeline) {
        var text = new StringBuilder();
        text.append("## What happened\n\n").append(summary(facts)).append("\n\n");
        text.append("*In two or three sentences: what did people notice, and what was the fault?*\n\n");
        text.append("## Impact\n\n");
        impact(facts).forEach(line -> text.append("- ").append(line).append('\n'));
        text.append("\n*Who could not do what, and for how long?*\n\n");
        text.append("## Timeline\n\n");
        lines(timeline).forEach(line -> text.append("- ").append(line).append('\n'));
        text.append("\n## Why it could happen\n\n");
        text.append("*What contributed: a change, a gap in a test, a missing alarm, an assumption. Not who.*\n\n");
        text.append("## What went well\n\n").append(well(facts)).append('\n');
        text.append("## What is to be done\n\n");
        text.append("The actions stand beside this text, each with an owner and a date.\n");
        return text.toString();
    }

    private static String summary(Facts facts) {
        var what = EventReference.plain(facts.service()) + " had " + article(facts.severity()) + " incident";
        var resolved = facts.resolved();
        return resolved == null
                ? what + ", which is not over."
                : what + " for " + lasting(Duration.between(facts.began(), resolved)) + ".";
    }

    private static String article(Severity severity) {
        return "a " + severity.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> impact(Facts facts) {
        var lines = new ArrayList<String>();
        if (facts.resolved() != null) {
            lines.add("It lasted " + lasting(Duration.between(facts.began(), facts.resolved())) + ".");
        }
        lines.add(
                facts.answered() == null
                        ? "Nobody acknowledged it."
                        : "It was answered after " + lasting(Duration.between(facts.began(), facts.answered())) + ".");
        lines.add(facts.alerts() == 1 ? "One alert told of it." : "%,d alerts told of it.".formatted(facts.alerts()));
        if (facts.cause() == Cause.SLA_BREACH) {
            lines.add("It took longer than was promised.");
        }
        facts.impact().forEach(line -> lines.add(EventReference.plain(line)));
        return lines;
    }

    /** Of a hundred alerts the first few tell the story; of a long night its beginning and its end. */
    private static List<String> lines(List<Entry> timeline) {
        var told = new ArrayList<Entry>();
        int alerts = 0;
        for (var entry : timeline) {
            boolean isAlert = entry.kind().equals("alert");
            if (TOLD.contains(entry.kind()) && (!isAlert || alerts < MOST_ALERTS)) {
                told.add(entry);
                alerts += isAlert ? 1 : 0;
            }
        }
        var lines = new ArrayList<>(told.stream()
                .map(entry -> EventReference.of(entry.index(), entry.sentence()))
                .toList());
        int over = lines.size() - MOST_LINES;
        if (over > 0) {
            lines.subList(MOST_LINES / 2, MOST_LINES / 2 + over).clear();
            lines.add(MOST_LINES / 2, "… and " + over + " more, which stand in the log beside this text");
        }
        return lines;
    }

    private static String well(Facts facts) {
        var lines = new StringBuilder();
        add(lines, facts.alerts() > 1, "%,d alerts became one incident.".formatted(facts.alerts()));
        var answered = facts.answered();
        add(
                lines,
                answered != null && isSoon(Duration.between(facts.began(), answered)),
                answered == null
                        ? ""
                        : "Somebody was at work on it within " + lasting(Duration.between(facts.began(), answered))
                                + ".");
        return lines + "\n*What helped, and what should stay as it is?*\n";
    }

    private static void add(StringBuilder lines, boolean isSo, String line) {
        if (isSo) {
            lines.append("- ").append(line).append('\n');
        }
    }

    private static boolean isSoon(Duration time) {
        return time.compareTo(Duration.ofMinutes(5)) <= 0;
    }

    /** In its two largest units. */
    static String lasting(Duration time) {
        var positive = time.isNegative() ? Duration.ZERO : time;
        long days = positive.toDays();
        if (days > 0) {
            return two(days, "d", positive.toHoursPart(), "h");
        }
        if (positive.toHours() > 0) {
            return two(positive.toHours(), "h", positive.toMinutesPart(), "min");
        }
        return positive.toMinutes() > 0
                ? two(positive.toMinutes(), "min", positive.toSecondsPart(), "s")
                : positive.toSeconds() + " s";
    }

    private static String two(long first, String unit, int rest, String smaller) {
        return first + " " + unit + (rest == 0 ? "" : " " + rest + " " + smaller);
    }
}
