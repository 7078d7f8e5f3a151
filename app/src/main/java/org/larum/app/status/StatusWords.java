package org.larum.app.status;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.larum.projections.status.NoticeView.PlannedTime;
import org.larum.projections.status.StatusPageView.ShownPost;

/** What states are called outside, and how times are written there: in UTC, because nobody there is known. */
public final class StatusWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("operational", "Working"),
            Map.entry("degraded", "Degraded"),
            Map.entry("partial_outage", "Partly failing"),
            Map.entry("major_outage", "Failing"),
            Map.entry("under_maintenance", "Under maintenance"),
            Map.entry("investigating", "Looking into it"),
            Map.entry("identified", "Cause found"),
            Map.entry("monitoring", "Watching"),
            Map.entry("resolved", "Solved"),
            Map.entry("scheduled", "Planned"),
            Map.entry("in_progress", "Under way"),
            Map.entry("completed", "Done"));

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private StatusWords() {}

    static String of(String state) {
        return WORDS.getOrDefault(state, state);
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    static String planned(PlannedTime planned) {
        return time(planned.from()) + " to " + time(planned.until());
    }

    /** A post with all that belongs to it, as plain text. */
    static String whole(ShownPost post) {
        var text = new StringBuilder(post.text());
        var planned = post.planned();
        if (planned != null) {
            text.append("\n\nPlanned for ").append(planned(planned)).append('.');
        }
        if (!post.affected().isEmpty()) {
            text.append("\n\n")
                    .append(post.affected().stream()
                            .map(one -> one.name() + ": " + of(one.state()))
                            .collect(Collectors.joining("\n")));
        }
        return text.toString();
    }

    /** Whether XML, and so a feed, can hold this character: no control characters and no half of a surrogate pair. */
    public static boolean isWritable(int c) {
        return c == '\n' || c == '\t' || (c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c <= 0xD7FF) || isHigh(c);
    }

    private static boolean isHigh(int c) {
        return (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
