package org.larum.app.compat.alertmanager;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.larum.app.intake.BodyRefused;
import org.larum.app.intake.Detection;
import org.larum.app.intake.Detection.Action;
import org.larum.app.intake.IsoTime;
import org.larum.app.intake.Item;
import org.larum.app.intake.Storable;
import org.larum.app.intake.alertmanager.AlertWords;
import tools.jackson.databind.JsonNode;

/**
 * Alerts as Prometheus posts them to detections. An end that has come is a resolution; an end ahead is until when the
 * alert holds, so that a Prometheus which falls silent does not leave it open.
 */
final class PostedAlertsTranslator {

    /** Alertmanager's resolve_timeout: how long an alert without an end holds. */
    static final Duration HOLDS = Duration.ofMinutes(5);

    private PostedAlertsTranslator() {}

    static List<Item> translate(JsonNode alerts, Instant now) {
        if (!alerts.isArray()) {
            throw new BodyRefused(400, null, "The body must be an array of alerts.");
        }
        return IntStream.range(0, alerts.size())
                .mapToObj(i -> item(alerts.get(i), "[" + i + "]", now))
                .toList();
    }

    private static Item item(JsonNode json, String path, Instant now) {
        if (!json.isObject()) {
            return new Item.Invalid(path, "must be an object");
        }
        var alert = AlertWords.of(json);
        var flaw = flaw(alert, path);
        return flaw == null ? new Item.Valid(detection(alert, now)) : flaw;
    }

    private static Item.@Nullable Invalid flaw(AlertWords alert, String path) {
        for (var label : alert.alert().path("labels").properties()) {
            if (label.getValue().isContainer()) {
                var name = Storable.clip(Storable.mend(label.getKey()), 60);
                return new Item.Invalid(path + ".labels." + name, "must be a string");
            }
        }
        if (alert.labels().isEmpty()) {
            return new Item.Invalid(path + ".labels", "at least one label pair required");
        }
        for (var name : List.of("startsAt", "endsAt")) {
            if (alert.hasUnreadableTime(name)) {
                return new Item.Invalid(path + "." + name, "must be a time such as 2026-11-23T09:00:00Z");
            }
        }
        var starts = alert.time("startsAt");
        var ends = alert.time("endsAt");
        return starts != null && ends != null && ends.isBefore(starts)
                ? new Item.Invalid(path + ".endsAt", "start time must be before end time")
                : null;
    }

    private static Detection detection(AlertWords alert, Instant now) {
        var said = alert.time("endsAt");
        var ends = said == null ? now.plus(HOLDS) : said;
        var resolved = !ends.isAfter(now);
        return new Detection(
                alert.fingerprint(),
                resolved ? Action.RESOLVE : Action.TRIGGER,
                alert.severity(),
                alert.summary(),
                alert.about(),
                alert.details(),
                IsoTime.plausible(resolved ? ends : alert.time("startsAt"), now),
                resolved ? null : ends);
    }
}
