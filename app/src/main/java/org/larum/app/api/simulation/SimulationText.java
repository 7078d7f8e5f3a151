package org.larum.app.api.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.simulation.SimulationView.LinePart;
import org.larum.app.api.simulation.SimulationView.StretchPart;
import org.larum.app.api.simulation.SimulationView.SweepPart;

/** A simulation as people read it on a terminal. */
final class SimulationText {

    private static final int MOST_STRETCHES = 20;

    private SimulationText() {}

    static String of(SimulationView view) {
        var text = new StringBuilder();
        var sweep = view.sweep();
        if (sweep == null) {
            text.append("At ").append(view.at()).append(":\n\n").append(table(view.lines()));
            text.append('\n').append(summary(view)).append('\n');
        } else {
            sweep(sweep, text);
        }
        var assertion = view.assertion();
        if (assertion != null) {
            text.append('"').append(assertion.text()).append(assertion.holds() ? "\" is true.\n" : "\" is FALSE.\n");
        }
        return text.toString();
    }

    private static String summary(SimulationView view) {
        var reached = view.reachedAfter() == null
                ? "Nobody would be reached."
                : "Somebody would be reached after " + length(view.reachedAfter()) + ".";
        var exhausted = view.exhaustedAfter() == null
                ? ""
                : " Everybody would have been asked in vain after " + length(view.exhaustedAfter()) + ".";
        var answered = view.answeredAfter() == null
                ? " Nobody would have it."
                : " Somebody would have it after " + length(view.answeredAfter()) + ".";
        return reached + exhausted + answered;
    }

    private static void sweep(SweepPart sweep, StringBuilder text) {
        text.append(sweep.instants())
                .append(" instants, of which it does not hold at ")
                .append(sweep.failing());
        text.append(sweep.failing() == 0 ? ".\n" : ":\n\n");
        for (var stretch : sweep.stretches()
                .subList(0, Math.min(MOST_STRETCHES, sweep.stretches().size()))) {
            text.append("from ")
                    .append(stretch.from())
                    .append(" until ")
                    .append(stretch.until())
                    .append(", ")
                    .append(stretch.instants() == 1 ? "1 instant" : stretch.instants() + " instants")
                    .append(": ")
                    .append(why(stretch))
                    .append('\n');
        }
        int more = sweep.stretches().size() - MOST_STRETCHES + sweep.more();
        if (sweep.stretches().size() > MOST_STRETCHES) {
            text.append("and ").append(more).append(" more stretches\n");
        }
        if (sweep.failing() > 0) {
            var first = sweep.stretches().getFirst();
            text.append("\nThe first, at ")
                    .append(first.from())
                    .append(":\n\n")
                    .append(table(first.lines()))
                    .append('\n');
        }
    }

    /** What went wrong first. */
    private static String why(StretchPart stretch) {
        return stretch.lines().stream()
                .filter(line -> line.said() != null)
                .findFirst()
                .map(line -> (line.person() == null ? "" : line.person() + ": ") + line.said())
                .orElse("see below");
    }

    private static String table(List<LinePart> lines) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("AFTER", "WHAT", "WHO", "HOW", "OUTCOME", "BECAUSE"));
        lines.forEach(line -> rows.add(row(line)));
        var widths = IntStream.range(0, rows.getFirst().size() - 1)
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
    }

    private static String line(List<String> row, int[] widths) {
        var text = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            var cell = row.get(column);
            text.append(cell).repeat(' ', widths[column] - cell.length() + 2);
        }
        return text.append(row.getLast()).append('\n').toString();
    }

    private static List<String> row(LinePart line) {
        var who = line.person() == null ? line.webhook() : line.person();
        var said = line.said() == null ? "" : " " + line.said();
        return List.of(
                length(line.after()),
                line.what(),
                text(who),
                text(line.channel()),
                text(line.outcome()),
                line.because() + said);
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell;
    }

    /** Such as 1 h 5 min or 20 s; nothing is "0 s". */
    static String length(String iso) {
        var length = Duration.parse(iso);
        var parts = new ArrayList<String>();
        part(length.toDays(), "d", parts);
        part(length.toHoursPart(), "h", parts);
        part(length.toMinutesPart(), "min", parts);
        part(length.toSecondsPart(), "s", parts);
        return parts.isEmpty() ? "0 s" : String.join(" ", parts);
    }

    private static void part(long count, String unit, List<String> parts) {
        if (count > 0) {
            parts.add(count + " " + unit);
        }
    }
}
