package org.larum.notifiers.slack;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.larum.notifiers.channel.OneLine;

/** Foreign text made fit for Slack: {@code <!channel>}, {@code <@U1>} and links begin with a bracket, and none is left. */
public final class SlackText {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ENGLISH);

    private SlackText() {}

    /** On one line, of at most so many letters before they are escaped. */
    public static String line(String text, int most) {
        return escaped(OneLine.of(text, most));
    }

    /** Line by line, so that a person's words keep their shape. */
    public static String lines(String text, int most) {
        var cut = text.length() <= most ? text : text.substring(0, most - 1) + "…";
        return cut.lines()
                .map(line -> line(line, Math.max(2, most)))
                .reduce((one, next) -> one + "\n" + next)
                .orElse("");
    }

    /** Slack shows it in the reader's own time; in UTC where it cannot. */
    public static String moment(Instant at) {
        return moment(at, "{date_short_pretty} {time}");
    }

    /** The same without the day. */
    public static String time(Instant at) {
        return moment(at, "{time}");
    }

    private static String moment(Instant at, String form) {
        return "<!date^" + at.getEpochSecond() + "^" + form + "|" + UTC.format(at.atZone(ZoneOffset.UTC)) + ">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** What somebody wrote in Slack, as they saw it: what Slack escaped, and its links, as plain text. */
    public static String plain(String text) {
        return text.replaceAll("<(?:[@#!])?[^<>|]*\\|([^<>]*)>", "$1")
                .replaceAll("<([^<>]*)>", "$1")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
