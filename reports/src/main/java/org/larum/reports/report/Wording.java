package org.larum.reports.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Values as people read them, in the zone of the report. */
public record Wording(ZoneId zone) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    String of(Cell cell) {
        return switch (cell) {
            case Cell.Text(var text) -> text;
            case Cell.Numeric(var number) -> number(number);
            case Cell.Lasting(var duration) -> duration(duration);
            case Cell.Moment(var at) -> MINUTE.format(at.atZone(zone));
            case Cell.None none -> "–";
        };
    }

    static String number(double number) {
        return number(BigDecimal.valueOf(number));
    }

    static String number(BigDecimal number) {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(number.setScale(2, RoundingMode.HALF_UP));
    }

    /** The two largest units are enough to compare. */
    public static String duration(Duration duration) {
        if (duration.isNegative()) {
            return "-" + duration(duration.negated());
        }
        if (duration.toDays() > 0) {
            return duration.toDays() + " d " + duration.toHoursPart() + " h";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        if (duration.toMinutes() > 0) {
            return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
        }
        return duration.toSeconds() + " s";
    }

    static String change(Block.Change change) {
        return switch (change.turn()) {
            case BETTER -> change.words() + ", better";
            case WORSE -> change.words() + ", worse";
            case SAME -> change.words();
        };
    }

    static String target(Block.Target target) {
        return "Target " + target.words() + (target.isMet() ? ": met" : ": missed");
    }
}
