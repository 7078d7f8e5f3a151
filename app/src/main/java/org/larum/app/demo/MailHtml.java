package org.larum.app.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The pages of the demonstration's mail. Everything that came from outside is escaped here and nowhere else. */
final class MailHtml {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"']+[^\\s<>\"'.,;:!?)]");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ENGLISH);

    private MailHtml() {}

    static String list(List<Mail> mails, boolean isLive) {
        var html = start("Mail");
        html.append(
                        "<h1>Mail</h1>\n<p class=\"lead\">Every mail that this demonstration sends is kept here; none leaves this")
                .append(" machine.</p>\n<p>");
        html.append(
                isLive
                        ? "This list renews itself every 3 seconds. <a class=\"button\" href=\"/demo/mail\">Hold it still</a>"
                        : "<a class=\"button\" href=\"/demo/mail?live=true\">Keep this list up to date</a>");
        html.append("</p>\n");
        if (mails.isEmpty()) {
            html.append("<p class=\"empty\">No mail yet. The first comes within seconds of the first incident.</p>\n");
        } else {
            html.append("<ol class=\"mails\">\n");
            mails.forEach(mail -> row(html, mail));
            html.append("</ol>\n");
        }
        return end(html);
    }

    private static void row(StringBuilder html, Mail mail) {
        html.append("<li><a href=\"/demo/mail/").append(mail.number()).append("\"><span class=\"to\">");
        html.append(text(mail.to())).append("</span><span class=\"subject\">").append(text(mail.subject()));
        html.append("</span>").append(time(mail.at())).append("</a></li>\n");
    }

    static String one(Mail mail) {
        var html = start(mail.subject());
        html.append("<p><a class=\"button\" href=\"/demo/mail\">All mail</a></p>\n<h1>")
                .append(text(mail.subject()));
        html.append("</h1>\n<dl><dt>From</dt><dd>").append(text(mail.from())).append("</dd><dt>To</dt><dd>");
        html.append(text(mail.to()))
                .append("</dd><dt>Came</dt><dd>")
                .append(time(mail.at()))
                .append("</dd></dl>\n");
        if (mail.html() == null) {
            html.append("<pre>").append(linked(mail.text())).append("</pre>\n");
        } else {
            html.append(
                    "<iframe title=\"The mail\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\" src=\"/demo/mail/");
            html.append(mail.number()).append("/html\"></iframe>\n<details><summary>As plain text</summary>\n<pre>");
            html.append(linked(mail.text())).append("</pre>\n</details>\n");
        }
        return end(html);
    }

    static String nothing() {
        return end(start("No such mail")
                .append(
                        "<h1>No such mail</h1>\n<p class=\"lead\">The demonstration forgets its mails when it stops.</p>\n")
                .append("<p><a class=\"button\" href=\"/demo/mail\">All mail</a></p>\n"));
    }

    /** The mail's own HTML; its links open beside the page that frames it. */
    static String letter(String html) {
        var target = "<base target=\"_blank\">";
        return html.contains("<head>") ? html.replaceFirst("<head>", "<head>" + target) : target + html;
    }

    /** Escaped, with every address a link. */
    static String linked(String plain) {
        var html = new StringBuilder();
        var found = ADDRESS.matcher(plain);
        int done = 0;
        while (found.find()) {
            var address = text(found.group());
            html.append(text(plain.substring(done, found.start())))
                    .append("<a href=\"")
                    .append(address)
                    .append("\">");
            html.append(address).append("</a>");
            done = found.end();
        }
        return html.append(text(plain.substring(done))).toString();
    }

    private static StringBuilder start(String title) {
        return new StringBuilder(4096)
                .append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>")
                .append(text(title))
                .append(
                        " - Larum demonstration</title>\n<link rel=\"stylesheet\" href=\"/demo/demo.css\">\n</head>\n<body>\n")
                .append("<header><span>Larum demonstration</span><a href=\"/\">Open Larum</a></header>\n<main>\n");
    }

    private static String end(StringBuilder html) {
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private static String time(Instant at) {
        return "<time datetime=\"" + at + "\">" + CLOCK.format(at.atZone(ZoneOffset.UTC)) + "</time>";
    }

    private static String text(String plain) {
        return HtmlUtils.htmlEscape(plain, StandardCharsets.UTF_8.name());
    }
}
