package org.larum.app.slack;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.larum.app.eventstore.EventLog;
import org.larum.app.slack.SlackMessageTable.Due;
import org.larum.domain.incident.IncidentEvent.IncidentNoted;
import org.larum.domain.shared.Time;
import org.larum.notifiers.slack.SlackCard;
import org.larum.notifiers.slack.SlackCard.Mark;
import org.larum.notifiers.slack.SlackText;
import org.larum.projections.shared.Cursor;
import org.larum.projections.shared.Page.Asked;
import org.larum.projections.timeline.TimelineAnswers;
import org.larum.projections.timeline.TimelineQuery.Timeline;
import org.larum.projections.timeline.TimelineView;

/** Tells the course of an incident in the thread under its message; what was written there is not told there again. */
final class SlackThread {

    private static final String TURN = "larum_turn";

    /** The turns that people want to see; each alert and each message would bury them. */
    private static final Set<String> KINDS = Set.of("person", "escalation", "incident", "note");

    private static final int LINES = 20;
    private static final int LONGEST = 700;

    /** A reply of which nobody knows whether it was sent is looked for this far back. */
    private static final Duration RECENT = Duration.ofMinutes(15);

    private final SlackMessageTable table;
    private final TimelineAnswers timelines;
    private final EventLog log;
    private final Time time;

    SlackThread(SlackMessageTable table, TimelineAnswers timelines, EventLog log, Time time) {
        this.table = table;
        this.timelines = timelines;
        this.log = log;
        this.time = time;
    }

    void tell(Due due, SlackCalls slack, String channel, String ts) {
        long told = due.claim().unsure() ? Math.max(due.told(), found(due, slack, channel, ts)) : due.told();
        var page = page(due.incident(), told);
        while (!page.isEmpty()) {
            var lines = page.stream()
                    .filter(entry -> !isFromHere(entry, channel))
                    .map(SlackThread::line)
                    .collect(Collectors.joining("\n"));
            told = page.getLast().index();
            if (!lines.isEmpty()) {
                slack.call("chat.postMessage", form(due, channel, ts, lines, told));
            }
            table.told(due, told);
            page = page(due.incident(), told);
        }
    }

    private List<TimelineView> page(UUID incident, long after) {
        return timelines
                .answer(new Timeline(incident, KINDS, new Asked(LINES, Cursor.write(after))))
                .items();
    }

    private static Map<String, String> form(Due due, String channel, String ts, String text, long index) {
        var form = new LinkedHashMap<>(SlackCard.quiet());
        form.put("channel", channel);
        form.put("thread_ts", ts);
        form.put("text", text);
        form.put("metadata", new Mark(TURN, due.incident() + "/" + index).json());
        return form;
    }

    /** How far the thread had come, by what lies in it. */
    private long found(Due due, SlackCalls slack, String channel, String ts) {
        var oldest = Long.toString(time.now().minus(RECENT).getEpochSecond());
        var prefix = due.incident() + "/";
        var furthest = new long[] {-1};
        slack.find("conversations.replies", Map.of("channel", channel, "ts", ts, "oldest", oldest), mark -> {
            if (mark.startsWith(prefix) && mark.substring(prefix.length()).matches("[0-9]{1,18}")) {
                furthest[0] = Math.max(furthest[0], Long.parseLong(mark.substring(prefix.length())));
            }
            return false;
        });
        return furthest[0];
    }

    private boolean isFromHere(TimelineView entry, String channel) {
        if (!entry.kind().equals("note")) {
            return false;
        }
        var found = log.after(entry.index() - 1, 1);
        return !found.isEmpty()
                && found.getFirst().getPayload() instanceof IncidentNoted noted
                && table.isSaid(noted.note(), channel);
    }

    private static String line(TimelineView entry) {
        var line = SlackText.time(entry.at()) + " " + SlackText.line(entry.sentence(), LONGEST);
        var detail = entry.detail();
        return detail == null || detail.isBlank()
                ? line
                : line + "\n> " + SlackText.lines(detail, LONGEST).replace("\n", "\n> ");
    }
}
