package org.larum.app.api.schedule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.larum.domain.schedule.Stretch;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.WallClock;

/**
 * The events of an iCalendar file (RFC 5545), as far as an absence needs them: when, what it is called, and its UID. One pass, without
 * recursion and without a lookup: a zone is one that Java knows, and an event that repeats is refused rather than guessed at.
 */
final class CalendarFile {

    static final int MOST_BYTES = 512 * 1024;
    private static final int MOST_EVENTS = 1000;
    private static final int LONGEST_LINE = 8_000;
    private static final int LONGEST_UID = 255;
    private static final int LONGEST_SUMMARY = 200;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private static final Pattern WEEKS = Pattern.compile("P\\d{1,3}W");

    /** One event that was not called off. */
    record Event(String uid, Stretch when, @Nullable String summary) {}

    /** A line of content: its parameters and its value. */
    private record Line(Map<String, String> parameters, String value) {}

    private final String zone;
    private final List<Event> events = new ArrayList<>();
    /** What a part of an event holds is about the alarm in it, not about the event. */
    private int depth;

    private @Nullable Map<String, Line> open;

    private CalendarFile(String zone) {
        this.zone = zone;
    }

    /** @param zone of times and days that name none: that of the person */
    static List<Event> read(String text, String zone) {
        var file = new CalendarFile(zone);
        var lines = unfolded(text);
        if (lines.isEmpty() || !lines.getFirst().strip().equalsIgnoreCase("BEGIN:VCALENDAR")) {
            throw bad("It does not begin with BEGIN:VCALENDAR.");
        }
        lines.forEach(file::line);
        if (file.open != null) {
            throw bad("Its last event has no end: the file is not whole.");
        }
        return List.copyOf(file.events);
    }

    /** A line that begins with a space goes on from the one before. */
    private static List<String> unfolded(String text) {
        var lines = new ArrayList<StringBuilder>();
        for (var line : text.split("\r\n|\n|\r", -1)) {
            boolean isMore = (line.startsWith(" ") || line.startsWith("\t")) && !lines.isEmpty();
            if (isMore) {
                lines.getLast().append(line, 1, line.length());
            } else if (!line.isBlank()) {
                lines.add(new StringBuilder(line));
            }
            if (!lines.isEmpty() && lines.getLast().length() > LONGEST_LINE) {
                throw bad("It has a line of more than " + LONGEST_LINE + " characters.");
            }
        }
        return lines.stream().map(StringBuilder::toString).toList();
    }

    private void line(String text) {
        int colon = colon(text);
        if (colon < 0) {
            throw bad("It has a line without a colon, which no calendar has.");
        }
        var head = text.substring(0, colon).split(";");
        var name = head[0].strip().toUpperCase(Locale.ROOT);
        var value = text.substring(colon + 1).strip();
        if (name.equals("BEGIN")) {
            begin(value);
        } else if (name.equals("END")) {
            end(value);
        } else if (open != null && depth == 0) {
            open.putIfAbsent(name, new Line(parameters(head), value));
        }
    }

    /** The first that is not in quotes. */
    private static int colon(String text) {
        boolean isQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == ':' && !isQuoted) {
                return i;
            }
        }
        return -1;
    }

    private static Map<String, String> parameters(String[] head) {
        var parameters = new HashMap<String, String>();
        for (int i = 1; i < head.length; i++) {
            int equals = head[i].indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(
                        head[i].substring(0, equals).strip().toUpperCase(Locale.ROOT),
                        head[i].substring(equals + 1).replace("\"", "").strip());
            }
        }
        return parameters;
    }

    private void begin(String what) {
        if (open != null) {
            depth++;
        } else if (what.equalsIgnoreCase("VEVENT")) {
            open = new HashMap<>();
        }
    }

    private void end(String what) {
        if (open == null) {
            return;
        }
        if (depth > 0) {
            depth--;
        } else if (what.equalsIgnoreCase("VEVENT")) {
            finish(open);
            open = null;
        } else {
            throw bad("An event in it ends as something else: the file is not whole.");
        }
    }

    private void finish(Map<String, Line> event) {
        var status = event.get("STATUS");
        if (status != null && status.value().equalsIgnoreCase("CANCELLED")) {
            return;
        }
        var summary = summary(event.get("SUMMARY"));
        var called = summary == null ? "An event" : "The event \"" + summary + "\"";
        if (event.containsKey("RRULE") || event.containsKey("RDATE")) {
            throw bad(called + " repeats, which is not read. Write each time as an event of its own.");
        }
        var uid = event.get("UID");
        if (uid == null || uid.value().isEmpty() || uid.value().length() > LONGEST_UID) {
            throw bad(called + " has no UID, or a very long one.");
        }
        if (events.size() == MOST_EVENTS) {
            throw bad("It has more than " + MOST_EVENTS + " events.");
        }
        events.add(new Event(uid.value(), when(event, called), summary));
    }

    private Stretch when(Map<String, Line> event, String called) {
        var begin = event.get("DTSTART");
        if (begin == null) {
            throw bad(called + " does not say when it begins.");
        }
        try {
            var from = at(begin);
            var end = event.get("DTEND");
            var until = end == null ? until(begin, from, event.get("DURATION")) : at(end);
            if (!from.isBefore(until)) {
                throw bad(called + " ends before it begins.");
            }
            return new Stretch(from, until);
        } catch (DateTimeException | ArithmeticException e) {
            throw bad(
                    called + " has a time that cannot be read: a zone that is not one of the IANA names, or no date.");
        }
    }

    private Instant at(Line line) {
        var value = line.value();
        if (isDay(value)) {
            return WallClock.of(zone).at(LocalDate.parse(value, DAY).atStartOfDay());
        }
        if (value.endsWith("Z")) {
            return LocalDateTime.parse(value.substring(0, value.length() - 1), TIME)
                    .toInstant(ZoneOffset.UTC);
        }
        var named = line.parameters().get("TZID");
        return WallClock.of(named == null ? zone : ZoneId.of(named).getId()).at(LocalDateTime.parse(value, TIME));
    }

    private static boolean isDay(String value) {
        return value.length() == 8;
    }

    /** Without an end a day is a whole day. */
    private Instant until(Line begin, Instant from, @Nullable Line duration) {
        if (duration == null) {
            var day = isDay(begin.value()) ? LocalDate.parse(begin.value(), DAY) : null;
            return day == null ? from : WallClock.of(zone).at(day.plusDays(1).atStartOfDay());
        }
        var value = duration.value().toUpperCase(Locale.ROOT);
        // Weeks are not durations to Java.
        return WEEKS.matcher(value).matches()
                ? from.plus(Duration.ofDays(7L * Integer.parseInt(value.substring(1, value.length() - 1))))
                : from.plus(Duration.parse(value));
    }

    private static @Nullable String summary(@Nullable Line line) {
        if (line == null) {
            return null;
        }
        var text = line.value()
                .replace("\\n", " ")
                .replace("\\N", " ")
                .replaceAll("\\\\(.)", "$1")
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        return text.isEmpty() ? null : text.length() > LONGEST_SUMMARY ? text.substring(0, LONGEST_SUMMARY) : text;
    }

    static Refusal bad(String sentence) {
        return new Refusal(
                Refusal.Kind.INVALID,
                "bad_calendar",
                "This is not a calendar that can be read. " + sentence + " Nothing was changed.");
    }
}
