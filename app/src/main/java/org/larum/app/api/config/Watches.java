package org.larum.app.api.config;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Schedule.Hours;
import org.larum.domain.directory.Schedule.Rotation;
import org.larum.domain.directory.Schedule.Unit;

/** Rotations and hours as people write them: {@code weekly} with {@code Mon 09:00}, and {@code Mon-Fri 09:00-17:00}. */
final class Watches {

    static final String ROTATION = "hourly, daily, weekly, monthly, or a length such as 12h, 3d, 2w or 2mo";
    static final String ONLY =
            "hours of the week, such as [\"Mon-Fri 09:00-17:00\", \"Sat,Sun\", \"Fri 18:00-Mon 08:00\"]";

    private static final int MOST = 1000;
    private static final int MOST_LINES = 50;
    private static final Pattern EVERY = Pattern.compile("(\\d{1,4})\\s*(h|d|w|mo)");
    private static final String DAY = "[A-Za-z]{3}";
    private static final String TIME = "\\d{1,2}:\\d{2}";
    private static final Pattern HANDOVER = Pattern.compile("(?:(" + DAY + "|\\d{1,2})\\s+)?(" + TIME + ")");
    private static final Pattern DAYS = Pattern.compile("(" + DAY + "(?:[-,]" + DAY + ")*)");
    private static final Pattern SAME_DAY =
            Pattern.compile("(?:(" + DAY + "(?:\\s*[-,]\\s*" + DAY + ")*)\\s+)?(" + TIME + ")\\s*-\\s*(" + TIME + ")");
    private static final Pattern OVER_DAYS =
            Pattern.compile("(" + DAY + ")\\s+(" + TIME + ")\\s*-\\s*(" + DAY + ")\\s+(" + TIME + ")");
    private static final Pattern DAILY = Pattern.compile("(" + TIME + ")\\s*-\\s*(" + TIME + ")");
    private static final List<String> NAMES = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    private Watches() {}

    /** How long a turn lasts. */
    record Every(Unit unit, int count) {}

    static Optional<Every> every(String text) {
        var word = text.strip().toLowerCase(Locale.ROOT);
        Matcher found = EVERY.matcher(word);
        if (found.matches()) {
            int count = Integer.parseInt(found.group(1));
            var unit = switch (found.group(2)) {
                case "h" -> Unit.HOURS;
                case "d" -> Unit.DAYS;
                case "w" -> Unit.WEEKS;
                default -> Unit.MONTHS;
            };
            return count < 1 || count > MOST ? Optional.empty() : Optional.of(new Every(unit, count));
        }
        return switch (word) {
            case "hourly" -> Optional.of(new Every(Unit.HOURS, 1));
            case "daily" -> Optional.of(new Every(Unit.DAYS, 1));
            case "weekly" -> Optional.of(new Every(Unit.WEEKS, 1));
            case "monthly" -> Optional.of(new Every(Unit.MONTHS, 1));
            default -> Optional.empty();
        };
    }

    static String write(Rotation rotation) {
        if (rotation.every() == 1) {
            return switch (rotation.unit()) {
                case HOURS -> "hourly";
                case DAYS -> "daily";
                case WEEKS -> "weekly";
                case MONTHS -> "monthly";
            };
        }
        return rotation.every()
                + switch (rotation.unit()) {
                    case HOURS -> "h";
                    case DAYS -> "d";
                    case WEEKS -> "w";
                    case MONTHS -> "mo";
                };
    }

    /** What a hand-over of this unit looks like. */
    static String handoverHint(Unit unit) {
        return switch (unit) {
            case HOURS, DAYS -> "a time of day, such as 09:00";
            case WEEKS -> "a day and a time, such as Mon 09:00";
            case MONTHS -> "a day of the month and a time, such as 1 09:00";
        };
    }

    /** Empty when it does not say when a rotation of this unit is handed over. */
    static Optional<Rotation> rotation(Every every, String handover) {
        Matcher found = HANDOVER.matcher(handover.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        var time = time(found.group(2));
        @Nullable String day = found.group(1);
        var place = switch (every.unit()) {
            case HOURS, DAYS -> day == null ? Optional.of(0) : Optional.<Integer>empty();
            case WEEKS -> day(day).map(DayOfWeek::getValue);
            case MONTHS -> dayOfMonth(day);
        };
        return time.flatMap(at -> place.map(number -> new Rotation(every.unit(), every.count(), number, at)));
    }

    static String writeHandover(Rotation rotation) {
        return switch (rotation.unit()) {
            case HOURS, DAYS -> rotation.time().toString();
            case WEEKS -> NAMES.get(rotation.day() - 1) + " " + rotation.time();
            case MONTHS -> rotation.day() + " " + rotation.time();
        };
    }

    private static Optional<Integer> dayOfMonth(@Nullable String text) {
        if (text == null || !text.matches("\\d{1,2}")) {
            return Optional.empty();
        }
        int day = Integer.parseInt(text);
        return day >= 1 && day <= 31 ? Optional.of(day) : Optional.empty();
    }

    private static Optional<DayOfWeek> day(@Nullable String text) {
        for (int i = 0; i < NAMES.size(); i++) {
            if (NAMES.get(i).equalsIgnoreCase(text)) {
                return Optional.of(DayOfWeek.of(i + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text.length() == 4 ? "0" + text : text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The hours of the week in a list of lines; what is wrong is noted. */
    static List<Hours> hours(Block block, String name, Mistakes mistakes) {
        var list = block.optionalList(name, MOST_LINES, ONLY);
        var hours = new LinkedHashSet<Hours>();
        for (int i = 0; i < list.size(); i++) {
            var found = list.get(i) instanceof String line ? hours(line) : Optional.<List<Hours>>empty();
            if (found.isEmpty()) {
                mistakes.add(block.at(name) + "[" + i + "]", "These are no hours of the week. Write " + ONLY + ".");
            }
            found.ifPresent(hours::addAll);
        }
        return List.copyOf(hours);
    }

    /** A part of each day. */
    record Day(LocalTime from, LocalTime until) {}

    static Optional<Day> ofDay(String text) {
        Matcher found = DAILY.matcher(text.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        var until = time(found.group(2));
        return time(found.group(1))
                .flatMap(from -> until.map(end -> new Day(from, end)))
                .filter(day -> !day.from().equals(day.until()));
    }

    /** One line of {@code only}; empty when it says nothing of hours. */
    static Optional<List<Hours>> hours(String line) {
        var text = line.strip();
        Matcher over = OVER_DAYS.matcher(text);
        if (over.matches()) {
            return day(over.group(1))
                    .flatMap(fromDay -> day(over.group(3))
                            .flatMap(untilDay -> time(over.group(2))
                                    .flatMap(from -> end(untilDay, over.group(4))
                                            .map(end -> List.of(new Hours(fromDay, from, end.day(), end.time()))))));
        }
        Matcher same = SAME_DAY.matcher(text);
        if (same.matches()) {
            @Nullable String named = same.group(1);
            return days(named == null ? "Mon-Sun" : named)
                    .flatMap(days -> time(same.group(2)).flatMap(from -> each(days, from, same.group(3))));
        }
        return DAYS.matcher(text.replace(" ", "")).matches()
                ? days(text).flatMap(days -> each(days, LocalTime.MIDNIGHT, "24:00"))
                : Optional.empty();
    }

    private record End(DayOfWeek day, LocalTime time) {}

    private static Optional<End> end(DayOfWeek day, String text) {
        return text.equals("24:00")
                ? Optional.of(new End(day.plus(1), LocalTime.MIDNIGHT))
                : time(text).map(time -> new End(day, time));
    }

    private static Optional<List<Hours>> each(Set<DayOfWeek> days, LocalTime from, String until) {
        var hours = new ArrayList<Hours>();
        for (var day : days) {
            var end = end(day, until);
            if (end.isEmpty()) {
                return Optional.empty();
            }
            // Nights end on the next day.
            boolean isNext = end.get().day() == day && !end.get().time().isAfter(from);
            hours.add(new Hours(
                    day, from, isNext ? day.plus(1) : end.get().day(), end.get().time()));
        }
        return Optional.of(hours);
    }

    private static Optional<Set<DayOfWeek>> days(String text) {
        var days = new LinkedHashSet<DayOfWeek>();
        for (var part : text.replace(" ", "").split(",")) {
            var ends = part.split("-");
            var first = day(ends[0]);
            var last = day(ends[ends.length - 1]);
            if (first.isEmpty() || last.isEmpty() || ends.length > 2) {
                return Optional.empty();
            }
            for (var day = first.get(); ; day = day.plus(1)) {
                days.add(day);
                if (day == last.get()) {
                    break;
                }
            }
        }
        return Optional.of(days);
    }

    /** Lines that read as these hours. */
    static List<String> write(List<Hours> hours) {
        var lines = new LinkedHashMap<String, List<String>>();
        for (var part : hours) {
            var day = NAMES.get(part.fromDay().getValue() - 1);
            boolean isDay = part.untilDay() == part.fromDay() && part.until().isAfter(part.from());
            boolean isNight =
                    part.untilDay() == part.fromDay().plus(1) && !part.until().isAfter(part.from());
            if (isDay || isNight) {
                var until = isNight && part.until().equals(LocalTime.MIDNIGHT) ? "24:00" : part.until();
                lines.computeIfAbsent(part.from() + "-" + until, none -> new ArrayList<>())
                        .add(day);
            } else {
                var end = NAMES.get(part.untilDay().getValue() - 1) + " " + part.until();
                lines.put(day + " " + part.from() + "-" + end, List.of());
            }
        }
        return lines.entrySet().stream()
                .map(line -> line.getValue().isEmpty()
                        ? line.getKey()
                        : line.getValue().stream().collect(Collectors.joining(",")) + " " + line.getKey())
                .toList();
    }
}
