package org.larum.app.api.postmortem;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.projections.postmortem.ActionView;
import org.larum.projections.postmortem.PostmortemView;
import org.larum.projections.timeline.TimelineAnswers;
import org.larum.projections.timeline.TimelineQuery.EntriesAt;
import org.larum.projections.timeline.TimelineView;

/** A review as a document of its own: what points at an event says when that was, and still leads there. */
final class PostmortemMarkdown {

    private static final Pattern REFERENCE =
            Pattern.compile("\\[\\[event:(\\d{1,18})(?:\\|([^\\[\\]|]{0,400}))?\\]\\]");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int MOST = 1000;

    private final TimelineAnswers timelines;
    private final String url;

    /** @param url the public address in links */
    PostmortemMarkdown(TimelineAnswers timelines, String url) {
        this.timelines = timelines;
        this.url = url;
    }

    String of(PostmortemView review) {
        var about = review.about();
        var text = new StringBuilder("# ").append(plain(about.title())).append("\n\n");
        text.append("INC-").append(about.number()).append(": ").append(plain(review.incidentTitle()));
        text.append(". ").append(plain(about.service().name())).append(", ").append(about.severity());
        text.append(". Version ").append(about.version()).append(", ").append(about.state());
        text.append(". All times are UTC.\n\n");
        text.append(linked(review)).append("\n\n## Actions\n\n");
        if (review.actions().isEmpty()) {
            text.append("None.\n");
        }
        review.actions().forEach(action -> text.append(line(action)));
        var learned = review.learned();
        if (learned != null) {
            text.append("\n## What helps the next time\n\n")
                    .append(plain(learned.solution()))
                    .append('\n');
            if (learned.runbook() != null) {
                text.append("\nRunbook: <").append(learned.runbook()).append(">\n");
            }
        }
        return text.toString();
    }

    private String linked(PostmortemView review) {
        var incident = review.about().incident();
        var wanted = REFERENCE
                .matcher(review.text())
                .results()
                .map(found -> Long.parseLong(found.group(1)))
                .distinct()
                .limit(MOST)
                .collect(Collectors.toSet());
        Map<Long, TimelineView> events = timelines.answer(new EntriesAt(incident, wanted)).stream()
                .collect(Collectors.toMap(TimelineView::index, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        return REFERENCE
                .matcher(review.text())
                .replaceAll(found -> Matcher.quoteReplacement(
                        shown(found, events.get(Long.parseLong(found.group(1))), incident.toString())));
    }

    private String shown(MatchResult found, @Nullable TimelineView event, String incident) {
        var label = found.group(2);
        if (event == null) {
            return label == null ? "an event" : plain(label);
        }
        var words = label == null || label.isBlank() ? event.sentence() : label;
        return "[" + MOMENT.format(event.at()) + " " + plain(words) + "](" + url + "/i/" + incident + "#event-"
                + event.index() + ")";
    }

    private static String line(ActionView action) {
        var done = action.doneWhen() == null ? "" : ". Done when: " + plain(action.doneWhen());
        return "- [" + (action.state().equals("done") ? "x" : " ") + "] " + plain(action.text()) + " ("
                + plain(action.owner().name()) + ", due " + action.due() + ", " + action.state() + ")" + done + "\n";
    }

    private static String plain(String words) {
        return words.lines()
                .map(line -> line.strip().replaceAll("([\\\\`*_{}\\[\\]<>#|~])", "\\\\$1"))
                .collect(Collectors.joining("  \n"));
    }
}
