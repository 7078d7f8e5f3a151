package org.larum.app.slack;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.larum.app.bus.Idempotency;
import org.larum.app.eventstore.EventLog;
import org.larum.app.processing.Freshness;
import org.larum.app.slack.SlackMessageTable.Due;
import org.larum.app.slack.SlackMessageTable.Place;
import org.larum.app.slack.SlackMessageTable.Where;
import org.larum.app.watch.OwnFaults;
import org.larum.domain.shared.Severity;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;
import org.larum.notifiers.slack.SlackAnswer.No;
import org.larum.notifiers.slack.SlackApi;
import org.larum.notifiers.slack.SlackCard.Mark;
import org.larum.projections.incident.IncidentAnswers;
import org.larum.projections.incident.IncidentQuery.OneIncident;
import org.larum.projections.incident.IncidentView;
import org.larum.projections.major.MajorAnswers;
import org.larum.projections.major.MajorQuery.OneMajor;
import org.larum.projections.shared.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the messages of incidents as the incidents stand: one at a time on each node, because Slack takes about one a second in a
 * channel. Nobody is paged by it, so it may be slow; what happened meanwhile is shown with the next look.
 */
final class SlackMirror {

    private static final Logger LOG = LoggerFactory.getLogger(SlackMirror.class);
    private static final Duration LEASE = Duration.ofMinutes(3);
    private static final Duration BEHIND = Duration.ofSeconds(1);
    private static final int LONGEST_WAIT_SECONDS = 300;
    private static final long LOOK_MILLIS = 500;
    private static final String INCIDENT = "larum_incident";
    private static final String FAULT = "slack/messages";

    private final SlackMessageTable table;
    private final SlackHouse house;
    private final SlackApi slack;
    private final SlackThread thread;
    private final SlackRoom room;
    private final Shown shown;
    private final OwnFaults faults;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("slack-mirror").daemon().factory());

    /** What is shown, and how it is known that nothing newer is to be. {@code url}: the public address in links. */
    record Shown(EventLog log, Freshness freshness, IncidentAnswers incidents, MajorAnswers majors, String url) {

        /** False while a projection has not read what has happened. */
        boolean isUpToDate() {
            long head = log.head();
            for (var one : new String[] {"incident", "timeline", "major"}) {
                freshness.await(one, head);
                if (freshness.position("projection-" + one) < head) {
                    return false;
                }
            }
            return true;
        }

        URI link(IncidentView incident) {
            return URI.create(url + "/i/" + incident.id());
        }
    }

    SlackMirror(
            SlackMessageTable table,
            SlackHouse house,
            SlackApi slack,
            SlackThread thread,
            SlackRoom room,
            Shown shown,
            OwnFaults faults) {
        this.table = table;
        this.house = house;
        this.slack = slack;
        this.thread = thread;
        this.room = room;
        this.shown = shown;
        this.faults = faults;
    }

    void start() {
        looks.scheduleWithFixedDelay(this::lookQuietly, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** What is under way is looked for again by whoever goes on with it. */
    void stop() {
        looks.shutdownNow();
        try {
            if (!looks.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn(
                        "a message in Slack was still being written at shutdown; it is looked for before it is written again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookQuietly() {
        try {
            while (house.isThere() && !looks.isShutdown()) {
                var due = table.claim(LEASE);
                if (due.isEmpty()) {
                    return;
                }
                bring(due.get());
            }
        } catch (RuntimeException e) {
            LOG.debug("messages in Slack wait; it is tried again in a moment", e);
        }
    }

    private void bring(Due due) {
        try {
            var app = house.app();
            if (app.isEmpty()) {
                table.done(due, "The token of Slack is lost. Apply the configuration again.");
            } else if (shown.isUpToDate()) {
                bring(due, new SlackCalls(slack, app.get()));
                table.done(due, null);
                if (due.claim().failed()) {
                    faults.clear(FAULT);
                }
            } else {
                table.later(due, BEHIND, due.claim().unsure(), null);
            }
        } catch (SlackCalls.Refused refused) {
            refused(due, refused.no());
        } catch (RuntimeException e) {
            LOG.warn(
                    "the message of {} in Slack could not be written; it is tried again: {}",
                    due.incident(),
                    e.toString());
            table.later(due, pause(due), true, e.getClass().getSimpleName());
        }
    }

    private void refused(Due due, No no) {
        switch (no.outcome()) {
            case TryLater later -> {
                var wait = later.retryAfter() == null ? pause(due) : later.retryAfter();
                LOG.info("the message of {} in Slack waits {} s: {}", due.incident(), wait.toSeconds(), later.reason());
                table.later(due, wait, later.unknown(), later.reason());
            }
            case GiveUp(var reason, var isNobody) -> {
                LOG.warn("the message of {} in Slack is given up until something happens: {}", due.incident(), reason);
                table.done(due, reason);
                faults.raise(FAULT, Severity.HIGH, "Larum cannot show an incident in Slack: " + reason);
            }
            default -> throw new IllegalStateException("a refusal was accepted");
        }
    }

    private static Duration pause(Due due) {
        return Duration.ofSeconds(
                Math.min(LONGEST_WAIT_SECONDS, 1L << Math.min(due.claim().tries(), 9)));
    }

    private void bring(Due due, SlackCalls calls) {
        var found = shown.incidents().answer(new OneIncident(due.incident(), Scope.EVERYTHING));
        if (found.isEmpty()) {
            return;
        }
        var incident = found.get();
        if (due.place() == Place.ROOM) {
            bringRoom(due, calls, incident);
            return;
        }
        var channel = Optional.ofNullable(due.where().channel()).or(house::channel);
        channel.ifPresent(one -> thread.tell(due, calls, one, message(due, calls, one, incident)));
    }

    private void bringRoom(Due due, SlackCalls calls, IncidentView incident) {
        var major = shown.majors().answer(new OneMajor(due.incident()));
        // Over before there was a room: nobody needs one.
        if (major.isEmpty() || (major.get().over() != null && due.where().channel() == null)) {
            return;
        }
        var channel = room.channel(due, calls, incident);
        room.furnish(
                due, calls, channel, incident, major.get(), shown.link(incident).toString());
        thread.tell(due, calls, channel, message(due, calls, channel, incident));
        room.close(due, calls, channel, major.get());
    }

    /** @return when the message was written, by which Slack knows it */
    private String message(Due due, SlackCalls calls, String channel, IncidentView incident) {
        var card = IncidentCard.of(incident, shown.link(incident));
        var form =
                new LinkedHashMap<>(card.form(new Mark(INCIDENT, due.incident().toString())));
        var print = Idempotency.hash(
                Idempotency.bytes(String.valueOf(form.get("text")), String.valueOf(form.get("blocks"))));
        form.put("channel", channel);
        var ts = due.where().ts() == null && due.claim().unsure()
                ? lost(due, calls, channel)
                : due.where().ts();
        if (ts != null && print.equals(due.where().shown())) {
            return ts;
        }
        var written = ts == null ? post(calls, form) : update(calls, form, ts);
        table.lies(due, new Where(channel, written, print));
        return written;
    }

    /** A message of which nobody knows that it was written. */
    private static @Nullable String lost(Due due, SlackCalls calls, String channel) {
        return calls.find(
                        "conversations.history",
                        Map.of("channel", channel),
                        due.incident().toString()::equals)
                .map(one -> one.path("ts").asString())
                .orElse(null);
    }

    private static String post(SlackCalls calls, Map<String, String> form) {
        return calls.call("chat.postMessage", form).text("ts");
    }

    /** Somebody has deleted it: people need one. */
    private static String update(SlackCalls calls, Map<String, String> form, String ts) {
        var again = new LinkedHashMap<>(form);
        again.put("ts", ts);
        try {
            calls.call("chat.update", again);
            return ts;
        } catch (SlackCalls.Refused refused) {
            if (refused.no().error().equals("message_not_found")) {
                return post(calls, form);
            }
            throw refused;
        }
    }
}
