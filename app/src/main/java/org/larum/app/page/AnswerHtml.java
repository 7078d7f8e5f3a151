package org.larum.app.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * The night page as HTML: three facts, three actions, no script, under 5 KB with its style. Everything that came from outside is
 * escaped here and nowhere else.
 */
final class AnswerHtml {

    private static final String STYLE = """
            :root{color-scheme:dark;--bg:#0b0f14;--line:#25303c;--edge:#6b7a89;--text:#e8edf2;--muted:#a3b1bf;--main:#ffd166;--on:#0b0f14}
            @media (prefers-color-scheme:light){:root:not([data-night]){color-scheme:light;--bg:#fff;--line:#dce2e8;--edge:#7a8794;--text:#12181f;--muted:#4a5764;--main:#0a5fb4;--on:#fff}}
            *{box-sizing:border-box;margin:0;padding:0}
            body{display:flex;flex-direction:column;min-height:100dvh;max-width:30rem;margin:auto;padding:1.25rem 1.25rem calc(1.25rem + env(safe-area-inset-bottom));background:var(--bg);color:var(--text);font:400 1.15rem/1.5 system-ui,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
            main{display:contents}
            .who,dt,li{color:var(--muted)}
            .who{display:flex;justify-content:space-between;gap:1rem;font-size:.9375rem}
            .sev{display:flex;align-items:center;gap:.75rem;margin:2rem 0 .75rem;font-weight:600}
            .sev svg{margin-left:-4px;flex:none}
            h1{font-size:1.75rem;line-height:1.25;font-weight:600;text-wrap:balance}
            dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;margin:1.25rem 0}
            ol{list-style:none;padding:.75rem 0;border-block:1px solid var(--line);font-size:.9375rem}
            li{display:flex;gap:.75rem}
            form,.do{display:grid;grid-template-columns:minmax(max-content,1fr) minmax(0,1fr);gap:.75rem;margin-top:auto;padding-top:1.5rem}
            button,.do a,form a{display:grid;place-items:center;min-height:3.5rem;padding:0 .75rem;border:1px solid var(--edge);border-radius:.625rem;background:none;color:var(--text);font:600 1.0625rem/1.25 system-ui,sans-serif;cursor:pointer;text-align:center}
            button.main,a.main{grid-column:1/-1;min-height:4.5rem;border:0;background:var(--main);color:var(--on);font-size:1.5rem;text-decoration:none}
            a.plain{grid-column:1/-1;min-height:2.75rem;border:0;font-weight:400;text-underline-offset:.2em}
            .rate{grid-template-columns:repeat(3,1fr);margin-top:0}
            .rate p{grid-column:1/-1}
            [aria-pressed=true]{border-color:var(--main);box-shadow:inset 0 0 0 2px var(--main)}
            :focus-visible{outline:3px solid var(--main);outline-offset:3px}
            """;

    /** What the browser is told it may run: this style and nothing else. */
    static final String CONTENT = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final List<String> SHAPES = List.of(
            "<path fill=\"#c2182b\" d=\"M7.9 2h8.2L22 7.9v8.2L16.1 22H7.9L2 16.1V7.9z\"/>"
                    + "<text x=\"12\" y=\"16.3\" text-anchor=\"middle\" fill=\"#fff\" font-size=\"12\" font-weight=\"600\">1</text>",
            "<path fill=\"#ff8a1f\" d=\"M12 2.2 22.6 21H1.4z\"/>"
                    + "<text x=\"12\" y=\"18.6\" text-anchor=\"middle\" fill=\"#0b0f14\" font-size=\"11\" font-weight=\"600\">2</text>",
            "<path fill=\"#ffe27a\" d=\"M12 1 23 12 12 23 1 12z\"/>"
                    + "<text x=\"12\" y=\"16\" text-anchor=\"middle\" fill=\"#0b0f14\" font-size=\"11.5\" font-weight=\"600\">3</text>",
            "<circle fill=\"#3b8eea\" cx=\"12\" cy=\"12\" r=\"10.3\"/>"
                    + "<text x=\"12\" y=\"16.2\" text-anchor=\"middle\" fill=\"#0b0f14\" font-size=\"12\" font-weight=\"600\">4</text>");

    private static final String DONE =
            "<g fill=\"none\" stroke=\"currentColor\"><path d=\"M7.9 2h8.2L22 7.9v8.2L16.1 22H7.9L2 "
                    + "16.1V7.9z\"/><path stroke-width=\"2\" d=\"m7.5 12.3 3 3 6-6.3\"/></g>";

    private AnswerHtml() {}

    record Fact(String name, String value) {}

    record Said(String clock, String sentence) {}

    /** One button; {@code main} is the one bright thing. */
    record Button(String verb, String label, boolean main) {}

    /**
     * Everything the page shows, as plain text. {@code mark}: 1 to 4, or 0 when somebody has answered. {@code link}: where the
     * incident is.
     */
    record Page(
            @Nullable String reader,
            String clock,
            boolean isNight,
            int mark,
            String status,
            String headline,
            List<Fact> facts,
            List<Said> latest,
            List<Button> buttons,
            @Nullable String again,
            @Nullable String link,
            @Nullable Question question) {

        Page(
                @Nullable String reader,
                String clock,
                boolean isNight,
                int mark,
                String status,
                String headline,
                List<Fact> facts,
                List<Said> latest,
                List<Button> buttons,
                @Nullable String again,
                @Nullable String link) {
            this(reader, clock, isNight, mark, status, headline, facts, latest, buttons, again, link, null);
        }

        Page asking(@Nullable Question asked) {
            return new Page(reader, clock, isNight, mark, status, headline, facts, latest, buttons, again, link, asked);
        }
    }

    /** Whether it was worth being paged; {@code verdict}: what was said of it, null until then. */
    record Question(@Nullable String verdict) {}

    static String of(Page page) {
        var html = new StringBuilder(4096);
        html.append("<!doctype html>\n<html lang=\"en\"")
                .append(page.isNight() ? " data-night" : "")
                .append(">\n");
        html.append(
                "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
        html.append("<meta name=\"robots\" content=\"noindex\">\n<title>")
                .append(text(page.headline()))
                .append("</title>\n");
        html.append("<style>").append(STYLE).append("</style>\n<body>\n<header class=\"who\"><span>Larum");
        if (page.reader() != null) {
            html.append(" for ").append(text(page.reader()));
        }
        html.append("</span><span>").append(text(page.clock())).append("</span></header>\n<main>\n<p class=\"sev\">");
        html.append("<svg width=\"44\" height=\"44\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">");
        html.append(page.mark() == 0 ? DONE : SHAPES.get(page.mark() - 1))
                .append("</svg>")
                .append(text(page.status()));
        html.append("</p>\n<h1>").append(text(page.headline())).append("</h1>\n");
        facts(html, page.facts());
        latest(html, page.latest());
        question(html, page.question());
        actions(html, page);
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private static void facts(StringBuilder html, List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        html.append("<dl>\n");
        for (var fact : facts) {
            html.append("<dt>")
                    .append(text(fact.name()))
                    .append("</dt><dd>")
                    .append(text(fact.value()))
                    .append("</dd>\n");
        }
        html.append("</dl>\n");
    }

    private static void latest(StringBuilder html, List<Said> latest) {
        if (latest.isEmpty()) {
            return;
        }
        html.append("<ol aria-label=\"Last events\">\n");
        for (var said : latest) {
            html.append("<li><span>")
                    .append(text(said.clock()))
                    .append("</span>")
                    .append(text(said.sentence()))
                    .append("</li>\n");
        }
        html.append("</ol>\n");
    }

    private static void question(StringBuilder html, @Nullable Question question) {
        if (question == null) {
            return;
        }
        html.append("<form method=\"post\" class=\"rate\" aria-labelledby=\"q\">\n<p id=\"q\">");
        html.append(question.verdict() == null ? "Was this page useful?" : "Was this page useful? You have answered.")
                .append("</p>\n");
        verdict(html, "useful", "Useful", question);
        verdict(html, "noise", "Noise", question);
        verdict(html, "wrong_person", "Wrong person", question);
        html.append("</form>\n");
    }

    private static void verdict(StringBuilder html, String word, String label, Question question) {
        html.append("<button name=\"do\" value=\"")
                .append(word)
                .append("\" aria-pressed=\"")
                .append(word.equals(question.verdict()))
                .append("\">")
                .append(label)
                .append("</button>\n");
    }

    private static void actions(StringBuilder html, Page page) {
        html.append(page.buttons().isEmpty() ? "<div class=\"do\">\n" : "<form method=\"post\">\n");
        for (var button : page.buttons()) {
            html.append("<button")
                    .append(button.main() ? " class=\"main\"" : "")
                    .append(" name=\"do\" value=\"");
            html.append(text(button.verb()))
                    .append("\">")
                    .append(text(button.label()))
                    .append("</button>\n");
        }
        if (page.again() != null) {
            html.append("<a class=\"plain\" href=\"").append(text(page.again())).append("\">Check again</a>\n");
        }
        if (page.link() != null) {
            boolean isOnly = page.buttons().isEmpty();
            html.append("<a class=\"")
                    .append(isOnly ? "main" : "plain")
                    .append("\" href=\"")
                    .append(text(page.link()));
            html.append("\">Open the incident</a>\n");
        }
        html.append(page.buttons().isEmpty() ? "</div>\n" : "</form>\n");
    }

    private static String text(String plain) {
        return HtmlUtils.htmlEscape(plain, StandardCharsets.UTF_8.name());
    }

    private static String hash(String style) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
