package org.larum.notifiers.email;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.notifiers.email.EmailBody.Fact;
import org.larum.notifiers.email.EmailBody.Link;
import org.larum.notifiers.email.EmailBody.Page;

/**
 * The mail as HTML: no table, no image, no style sheet, since mail programs drop them. Text and ground keep the
 * reader's own colors, so it is readable in dark and light; only the mark and the button bring theirs.
 */
final class EmailHtml {

    /** Fill and ink by severity, the same as on every screen. */
    private static final String[] MARKS = {
        "background:#c2182b;color:#ffffff",
        "background:#ff8a1f;color:#0b0f14",
        "background:#ffe27a;color:#0b0f14",
        "background:#3b8eea;color:#0b0f14"
    };

    private EmailHtml() {}

    static String of(Page page) {
        return of(
                page.title(),
                page.who(),
                "<p style=\"margin:0 0 12px;font-weight:600\">" + mark(page) + "</p>\n",
                page.facts().stream().map(EmailHtml::fact).collect(Collectors.joining()) + button(page),
                page.links());
    }

    /** A notice. */
    static String of(String title, String words, List<Link> links, String who) {
        var paragraphs = words.lines()
                .map(line -> "<p style=\"margin:0 0 12px\">" + escaped(line) + "</p>\n")
                .collect(Collectors.joining());
        return of(title, who, "", paragraphs, links);
    }

    private static String of(String title, String who, String above, String below, List<Link> links) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width,initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="supported-color-schemes" content="light dark">
                <title>%s</title>
                </head>
                <body style="margin:0;padding:20px;font:400 17px/1.5 system-ui,sans-serif">
                <div style="max-width:480px;margin:0 auto">
                <p style="margin:0 0 24px;font-size:15px">%s</p>
                %s<h1 style="margin:0 0 20px;font-size:26px;line-height:1.25;font-weight:600">%s</h1>
                %s<p style="margin:24px 0 0">%s</p>
                </div>
                </body>
                </html>
                """.formatted(
                        escaped(title),
                        escaped(who),
                        above,
                        escaped(title),
                        below,
                        links.stream().map(EmailHtml::link).collect(Collectors.joining("<br>\n")));
    }

    private static String mark(Page page) {
        return "<span style=\"display:inline-block;min-width:28px;margin-right:8px;border-radius:6px;text-align:center;"
                + MARKS[page.mark() - 1] + "\">" + page.mark() + "</span>"
                + escaped(page.severity() + ", " + page.lead());
    }

    private static String fact(Fact fact) {
        return "<p style=\"margin:0 0 4px\">" + escaped(fact.label()) + ": <b style=\"font-weight:600\">"
                + escaped(fact.value()) + "</b></p>\n";
    }

    private static String button(Page page) {
        return page.answer() == null ? "" : """
                <p style="margin:24px 0 8px"><a href="%s" style="display:block;padding:20px;border-radius:10px;\
                background:#0a5fb4;color:#ffffff;font-size:22px;font-weight:600;line-height:1.25;text-align:center;\
                text-decoration:none">Acknowledge</a></p>
                <p style="margin:0;font-size:15px">Opening the page changes nothing; its button does.</p>
                """.formatted(escaped(page.answer().toASCIIString()));
    }

    private static String link(Link link) {
        return "<a href=\"" + escaped(link.to().toASCIIString()) + "\" style=\"color:inherit\">" + escaped(link.label())
                + "</a>" + where(link.where());
    }

    private static String where(@Nullable String host) {
        return host == null ? "" : " (" + escaped(host) + ")";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
