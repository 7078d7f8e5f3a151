package org.larum.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.larum.domain.trend.ChangePoints;
import org.larum.domain.trend.Finding;
import org.larum.domain.trend.Finding.Known;
import org.larum.domain.trend.Finding.TooLittle;
import org.larum.domain.trend.MannKendall;
import org.larum.domain.trend.Percentiles;
import org.larum.domain.trend.Seasonal;
import org.larum.reports.report.Block;

/** What a course says, in sentences; where there is too little, how much is missing, once. {@code unit}: day, week or month. */
record CourseWords(String what, String unit, List<String> labels) {

    /** Less of it is chance as well. */
    private static final double SEASON = 0.3;

    List<Block> of(List<Double> values) {
        var blocks = new ArrayList<Block>();
        switch (MannKendall.of(values)) {
            case TooLittle<MannKendall>(var have, var need, var of) ->
                blocks.add(new Block.Lacking("Trend of " + what, have, need, unit + "s"));
            case Known<MannKendall>(var trend) -> blocks.add(new Block.Paragraph(words(trend)));
        }
        if (ChangePoints.of(values) instanceof Known<ChangePoints>(var found)) {
            found.changes().forEach(change -> blocks.add(new Block.Paragraph(words(change))));
        }
        if (unit.equals("day") && Seasonal.of(values, Seasonal.WEEK) instanceof Known<Seasonal>(var found)) {
            season(found, blocks);
        }
        Finding<Double> most = Percentiles.of(values, 90);
        if (most instanceof Known<Double>(var value)) {
            blocks.add(new Block.Paragraph(
                    "On one " + unit + " in ten there were " + number(value) + " " + what + " or more."));
        }
        return blocks;
    }

    private String words(MannKendall trend) {
        var by = number(Math.abs(trend.slope().median()));
        return switch (trend.direction()) {
            case NONE -> "There is no trend of " + what + " that is more than chance (Mann-Kendall, 5 %).";
            case UP -> "There are more " + what + ": by " + by + " each " + unit + " (Sen; Mann-Kendall, 5 %).";
            case DOWN -> "There are fewer " + what + ": by " + by + " each " + unit + " (Sen; Mann-Kendall, 5 %).";
        };
    }

    private String words(ChangePoints.Change change) {
        return "From " + labels.get(change.at()) + " on there were " + number(change.after()) + " " + what + " each "
                + unit + ", " + number(change.before()) + " before.";
    }

    private void season(Seasonal found, List<Block> blocks) {
        if (found.strength() >= SEASON) {
            blocks.add(new Block.Paragraph(Math.round(100 * found.strength())
                    + " % of what they vary by comes back with the day of the week."));
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
