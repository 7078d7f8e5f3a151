package org.larum.notifiers.slack;

import org.larum.notifiers.channel.OneLine;

/** Foreign text made fit for Slack: {@code <!channel>}, {@code <@U1>} and links begin with a bracket, and none is left. */
public final class SlackText {

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
