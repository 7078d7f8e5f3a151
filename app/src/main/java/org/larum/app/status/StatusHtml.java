package org.larum.app.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.domain.status.Visibility;
import org.larum.projections.status.StatusPageView;
import org.larum.projections.status.StatusPageView.ShownComponent;
import org.larum.projections.status.StatusPageView.ShownNotice;
import org.larum.projections.status.StatusPageView.ShownPost;
import org.larum.projections.status.StatusPageView.StatusHistoryView;
import org.springframework.web.util.HtmlUtils;

/**
 * The status page as HTML: one question answered first, no script, nothing loaded from anywhere. Everything that people wrote is
 * escaped here and nowhere else.
 */
final class StatusHtml {

    private static final String STYLE = """
            :root{color-scheme:light dark;--bg:light-dark(#fff,#0b0f14);--card:light-dark(#f5f7f9,#141b23);--line:light-dark(#dce2e8,#25303c);--edge:light-dark(#7a8794,#6b7a89);--text:light-dark(#12181f,#e8edf2);--muted:light-dark(#4a5764,#a3b1bf);--link:light-dark(#0a5fb4,#6cb6ff);--focus:light-dark(#0a5fb4,#ffd166);--red:#c2182b;--orange:#ff8a1f;--blue:#3b8eea;--rim:light-dark(#4a5764,transparent)}
            *{box-sizing:border-box;margin:0;padding:0}
            body{max-width:52rem;margin:auto;padding:1.5rem 1rem 3rem;background:var(--bg);color:var(--text);font:400 1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
            a{color:var(--link);text-underline-offset:.2em}
            :focus-visible{outline:3px solid var(--focus);outline-offset:3px}
            .skip{position:absolute;left:-99rem}.skip:focus{left:1rem}
            header,footer{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1.5rem}
            header{justify-content:space-between;margin-bottom:2rem;font-weight:600}
            nav{display:flex;gap:0 1.5rem}header a,footer a{display:inline-flex;align-items:center;min-height:2.75rem}
            footer,.meta,time{color:var(--muted);font-size:.875rem}
            footer{margin-top:2rem;border-top:1px solid var(--line);padding-top:.75rem}
            h1{font-size:2rem;line-height:1.25;text-wrap:balance}h2{font-size:1.125rem;margin:2rem 0 .75rem}h3{font-size:1rem}
            svg{width:1.25rem;height:1.25rem;flex:none}
            .verdict{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.5rem 1rem;align-items:start;padding:1.5rem;border:1px solid var(--edge);border-radius:.625rem;background:var(--card)}
            .verdict>svg{width:2.5rem;height:2.5rem}.verdict>:not(svg,h1){grid-column:2}
            .old{padding:.75rem 1rem;margin-bottom:1rem;border:1px solid var(--edge);border-radius:.375rem}
            p.said{white-space:pre-line;max-width:72ch}
            ul,ol{list-style:none}
            .part{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.25rem .75rem;padding:1rem 0;border-top:1px solid var(--line)}
            .is{display:flex;gap:.375rem;align-items:center}
            .days,.scale{grid-column:1/-1;display:flex}.days{gap:2px}.scale{justify-content:space-between}
            .days i{flex:1 1 0;height:2rem;border-radius:1px;background:var(--edge);opacity:.55}
            i.u{opacity:.15}i.m{opacity:1;background:var(--blue);outline:1px solid var(--rim);clip-path:inset(70% 0 0)}
            i.d{opacity:1;background:var(--orange);outline:1px solid var(--rim);clip-path:inset(50% 0 0)}
            i.p{opacity:1;background:var(--orange);outline:1px solid var(--rim)}i.f{opacity:1;background:var(--red)}
            .key{display:flex;flex-wrap:wrap;gap:.25rem 1rem}.key span{display:inline-flex;gap:.375rem;align-items:center}
            .key .days{width:6px}.key i{height:1rem}
            .notice{padding:1rem 0;border-top:1px solid var(--line)}
            .post{display:grid;grid-template-columns:11rem minmax(0,1fr);gap:.25rem 1rem;padding-top:1rem}
            .post time{display:block}
            .tag{display:inline-block;border:1px solid var(--edge);border-radius:.375rem;padding:0 .375rem;font-size:.8125rem;font-weight:400}
            .s{display:none}
            form{display:grid;gap:1rem;justify-items:start;margin-top:1.5rem}fieldset{border:0}legend{font-weight:600;margin-bottom:.25rem}
            h1+p{margin-top:.5rem}label{display:block;width:min(24rem,100%);font-weight:600}label.pick{display:flex;gap:.625rem;align-items:center;min-height:2.75rem;font-weight:400}
            input{font:inherit;accent-color:var(--link)}input[type=email]{display:block;width:100%;min-height:2.75rem;margin-top:.25rem;padding:0 .75rem;border:1px solid var(--edge);border-radius:.375rem;background:var(--bg);color:var(--text)}
            button{min-height:2.75rem;padding:0 1.25rem;border:0;border-radius:.375rem;background:var(--link);color:var(--bg);font:inherit;font-weight:600;cursor:pointer}.err{border-left:.25rem solid var(--red);padding-left:.75rem}
            @media(max-width:40rem){body{font-size:1.0625rem}.verdict{padding:1rem}h1{font-size:1.5rem}.days{gap:1px}.days i:nth-child(-n+45){display:none}.key .days i{display:block!important}.post{grid-template-columns:minmax(0,1fr)}.w{display:none}.s{display:inline}}
            @media print{body{max-width:none}}
            """;

    /** What the browser is told it may run: this style and nothing else. */
    static final String CONTENT = "default-src 'none'; style-src 'sha256-"
            + Hashes.sha256Base64(STYLE.getBytes(StandardCharsets.UTF_8))
            + "'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    /** The same for a page with a form that goes to us. */
    static final String FORM_CONTENT = CONTENT.replace("form-action 'none'", "form-action 'self'");

    private static final String CHECK =
            "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path fill=\"none\" stroke=\"currentColor\""
                    + " stroke-width=\"2.2\" d=\"m5 12.5 4.5 4.5L19 7.5\"/></svg>";
    private static final String WARN =
            "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path fill=\"#ff8a1f\" stroke=\"var(--rim)\""
                    + " d=\"M12 2.2 22.6 21H1.4z\"/><path stroke=\"#0b0f14\" stroke-width=\"2.2\""
                    + " stroke-linecap=\"round\" d=\"M12 9v5.5M12 17.6v.3\"/></svg>";
    private static final String FAIL = "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path fill=\"#c2182b\""
            + " d=\"M7.9 2h8.2L22 7.9v8.2L16.1 22H7.9L2 16.1V7.9z\"/><path stroke=\"#fff\""
            + " stroke-width=\"2.2\" stroke-linecap=\"round\" d=\"m8 8 8 8m0-8-8 8\"/></svg>";
    private static final String WORK =
            "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><circle fill=\"#3b8eea\" cx=\"12\" cy=\"12\""
                    + " r=\"10.3\"/><path fill=\"none\" stroke=\"#0b0f14\" stroke-width=\"2.2\""
                    + " stroke-linecap=\"round\" d=\"M12 7v5.2l3.2 2\"/></svg>";

    private final StringBuilder html = new StringBuilder(16_384);
    private final boolean isPrivate;
    private final String base;

    private StatusHtml(Visibility audience) {
        this.isPrivate = audience == Visibility.PRIVATE;
        this.base = isPrivate ? "/status/private" : "/status";
    }

    /** @param asOf when it was last known to be so, if that is some time ago */
    static String page(StatusPageView view, Visibility audience, @Nullable Instant asOf) {
        var page = new StatusHtml(audience);
        page.begin("Status");
        page.old(asOf);
        page.verdict(view);
        page.parts(view.components());
        page.notices(
                "Planned", view.open().stream().filter(StatusHtml::isPlanned).toList());
        page.notices(
                "What we said",
                view.open().stream().filter(one -> !isPlanned(one)).toList());
        page.end();
        return page.html.toString();
    }

    static String history(StatusHistoryView history, Visibility audience) {
        var page = new StatusHtml(audience);
        page.begin("Past incidents and maintenance");
        page.html.append("<h1>Past incidents and maintenance</h1>\n");
        if (history.items().isEmpty()) {
            page.html.append("<p>Nothing was published.</p>\n");
        }
        page.list(history.items());
        if (history.next() != null) {
            page.html
                    .append("<p><a href=\"")
                    .append(page.base)
                    .append("/history?after=")
                    .append(history.next())
                    .append("\">Older</a></p>\n");
        }
        page.end();
        return page.html.toString();
    }

    private static boolean isPlanned(ShownNotice notice) {
        return notice.state().equals("scheduled");
    }

    private static boolean isMaintenance(ShownNotice notice) {
        return notice.kind().equals("maintenance");
    }

    private void begin(String title) {
        html.append("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>")
                .append(title)
                .append("</title>\n<link rel=\"icon\" href=\"data:,\">\n");
        if (!isPrivate) {
            html.append("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Status\""
                    + " href=\"/status/feed.atom\">\n");
        }
        html.append("<style>")
                .append(STYLE)
                .append("</style>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to")
                .append(" content</a>\n<header><a href=\"")
                .append(base)
                .append("\">Status</a>");
        html.append(isPrivate ? "<span class=\"tag\">Only for those who are signed in</span>" : FOLLOW)
                .append("</header>\n<main id=\"main\">\n");
    }

    private static final String FOLLOW =
            "<nav aria-label=\"Follow\"><a href=\"/status/subscribe\">By mail</a> <a href=\"/status/feed.atom\">Atom feed</a></nav>";

    /** A page of its own, in the same frame; {@code body} is HTML. */
    static String around(String title, String body) {
        var page = new StatusHtml(Visibility.PUBLIC);
        page.begin(title);
        page.html.append(body);
        page.end();
        return page.html.toString();
    }

    private void end() {
        html.append("</main>\n<footer><span>All times in UTC.</span><a href=\"")
                .append(base)
                .append("/history\">Past incidents and maintenance</a></footer>\n</body>\n</html>\n");
    }

    private void old(@Nullable Instant asOf) {
        if (asOf != null) {
            html.append("<p class=\"old\" role=\"status\">This page is as of <b>")
                    .append(StatusWords.time(asOf))
                    .append("</b>; newer news cannot be read at the moment.</p>\n");
        }
    }

    // ------------------------------------------------------------ the answer

    private void verdict(StatusPageView view) {
        // What went wrong comes before what was meant, also when it is older.
        var felt = view.open().stream()
                .filter(one -> !isPlanned(one))
                .sorted(Comparator.comparing(StatusHtml::isMaintenance))
                .toList();
        var state = view.state();
        if (state.equals("operational") && !felt.isEmpty()) {
            state = isMaintenance(felt.getFirst()) ? "under_maintenance" : "degraded";
        }
        html.append("<section class=\"verdict\" aria-labelledby=\"v\">").append(mark(state));
        html.append("<h1 id=\"v\">").append(text(headline(view, felt))).append("</h1>\n");
        if (!felt.isEmpty()) {
            var last = felt.getFirst().posts().getFirst();
            said(last.text());
        }
        if (felt.size() > 1) {
            html.append("<p class=\"meta\">").append(felt.size() - 1).append(" more below.</p>\n");
        }
        if (view.changedAt() != null) {
            html.append("<p class=\"meta\">Last change ");
            time(view.changedAt());
            html.append("</p>\n");
        }
        html.append("</section>\n");
    }

    private static String headline(StatusPageView view, List<ShownNotice> felt) {
        if (!felt.isEmpty()) {
            return felt.getFirst().title();
        }
        return view.components().isEmpty() ? "Nothing is shown here yet" : "Everything works";
    }

    // ------------------------------------------------------------ the components

    private void parts(List<ShownComponent> components) {
        if (components.isEmpty()) {
            return;
        }
        html.append("<section aria-label=\"Components\">\n");
        var groups = components.stream()
                .collect(Collectors.groupingBy(
                        one -> Objects.requireNonNullElse(one.group(), "Components"),
                        LinkedHashMap::new,
                        Collectors.toList()));
        groups.forEach((name, parts) -> {
            html.append("<h2>").append(text(name)).append("</h2>\n<ul>\n");
            parts.forEach(this::part);
            html.append("</ul>\n");
        });
        html.append(KEY).append("</section>\n");
    }

    private void part(ShownComponent one) {
        html.append("<li class=\"part\"><h3>")
                .append(text(one.name()))
                .append("</h3><span class=\"is\">")
                .append(mark(one.state()))
                .append(StatusWords.of(one.state()))
                .append("</span><div class=\"days\" role=\"img\" aria-label=\"")
                .append(text(spoken(one)))
                .append("\">");
        for (var day : one.days()) {
            html.append(bar(day));
        }
        html.append("</div><p class=\"meta scale\"><span><span class=\"w\">90</span><span class=\"s\">45</span> days")
                .append(" ago</span><span>")
                .append(percent(one.percentWithoutOutage()))
                .append(" % without outage</span><span>today</span></p></li>\n");
    }

    private static String spoken(ShownComponent one) {
        long days = one.days().stream()
                .filter(day -> !day.equals("operational") && !day.equals("unknown"))
                .count();
        return one.name() + ", 90 days: " + percent(one.percentWithoutOutage()) + " % without outage, " + days
                + (days == 1 ? " day" : " days") + " with trouble or maintenance";
    }

    /** Rounded down: 100 means all of it. */
    private static String percent(double share) {
        return share == 100 ? "100" : String.format(Locale.ROOT, "%.2f", Math.floor(share * 100) / 100);
    }

    private static String bar(String day) {
        return switch (day) {
            case "unknown" -> "<i class=u></i>";
            case "under_maintenance" -> "<i class=m></i>";
            case "degraded" -> "<i class=d></i>";
            case "partial_outage" -> "<i class=p></i>";
            case "major_outage" -> "<i class=f></i>";
            default -> "<i></i>";
        };
    }

    private static final String KEY = "<p class=\"meta key\" aria-hidden=\"true\">" + key("", "no trouble")
            + key("m", "maintenance") + key("d", "degraded") + key("p", "partly failing") + key("f", "failing")
            + key("u", "not shown yet") + "</p>\n";

    private static String key(String look, String word) {
        return "<span><span class=\"days\"><i class=\"" + look + "\"></i></span>" + word + "</span>";
    }

    // ------------------------------------------------------------ what was said

    private void notices(String title, List<ShownNotice> notices) {
        if (!notices.isEmpty()) {
            html.append("<section><h2>").append(title).append("</h2>\n");
            list(notices);
            html.append("</section>\n");
        }
    }

    private void list(List<ShownNotice> notices) {
        notices.forEach(this::notice);
    }

    private void notice(ShownNotice notice) {
        html.append("<article class=\"notice\" id=\"n-").append(notice.ref()).append("\"><h3>");
        html.append(text(notice.title()));
        if (notice.visibility().equals("private")) {
            html.append(" <span class=\"tag\">private</span>");
        }
        html.append("</h3>\n<ol>\n");
        notice.posts().forEach(this::post);
        html.append("</ol></article>\n");
    }

    private void post(ShownPost post) {
        html.append("<li class=\"post\"><div><b>")
                .append(StatusWords.of(post.state()))
                .append("</b>");
        time(post.at());
        html.append("</div><div>");
        said(post.text());
        if (post.planned() != null) {
            html.append("<p class=\"meta\">Planned for ")
                    .append(StatusWords.planned(post.planned()))
                    .append("</p>");
        }
        if (!post.affected().isEmpty()) {
            html.append("<p class=\"meta\">");
            var separator = "";
            for (var one : post.affected()) {
                html.append(separator).append(text(one.name())).append(": ").append(StatusWords.of(one.state()));
                separator = ", ";
            }
            html.append("</p>");
        }
        html.append("</div></li>\n");
    }

    private void said(String words) {
        html.append("<p class=\"said\">").append(text(words)).append("</p>\n");
    }

    private void time(Instant at) {
        html.append("<time datetime=\"")
                .append(at)
                .append("\">")
                .append(StatusWords.time(at))
                .append("</time>");
    }

    private static String mark(String state) {
        return switch (state) {
            case "operational" -> CHECK;
            case "major_outage" -> FAIL;
            case "under_maintenance" -> WORK;
            default -> WARN;
        };
    }

    static String text(String plain) {
        return HtmlUtils.htmlEscape(plain, StandardCharsets.UTF_8.name());
    }
}
