package org.larum.app.intake.alertmanager;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.larum.app.intake.BodyRefused;
import org.larum.app.intake.Detection;
import org.larum.app.intake.Detection.Action;
import org.larum.app.intake.IsoTime;
import org.larum.app.intake.Item;
import org.larum.app.intake.Lenient;
import tools.jackson.databind.JsonNode;

/** A webhook of Alertmanager (version 4) or of Grafana (version 1) to one detection for each of its alerts. */
final class AlertmanagerTranslator {

    private AlertmanagerTranslator() {}

    static List<Item> translate(JsonNode webhook, Instant now) {
        var alerts = webhook.get("alerts");
        if (alerts == null || !alerts.isArray()) {
            throw new BodyRefused(400, "alerts", "A webhook of Alertmanager is an object with an array of alerts.");
        }
        var groupStatus = Lenient.text(webhook, "status");
        return IntStream.range(0, alerts.size())
                .mapToObj(i -> item(alerts.get(i), "alerts[" + i + "]", groupStatus, now))
                .toList();
    }

    private static Item item(JsonNode json, String path, @Nullable String groupStatus, Instant now) {
        if (!json.isObject()) {
            return new Item.Invalid(path, "must be an object");
        }
        var alert = AlertWords.of(json);
        var key = key(alert);
        if (key == null) {
            return new Item.Invalid(path + ".labels", "must have at least one label, or the alert a fingerprint");
        }
        var resolved = isResolved(alert, groupStatus, now);
        var seen = IsoTime.plausible(alert.time(resolved ? "endsAt" : "startsAt"), now);
        return new Item.Valid(new Detection(
                key,
                resolved ? Action.RESOLVE : Action.TRIGGER,
                alert.severity(),
                alert.summary(),
                alert.about(),
                alert.details(),
                seen,
                resolved ? null : future(alert.time("endsAt"), now)));
    }

    /** The fingerprint as sent: Grafana hides labels that went into it. Without one, the labels alone decide. */
    private static @Nullable String key(AlertWords alert) {
        var sent = Lenient.text(alert.alert(), "fingerprint");
        if (sent != null && sent.length() <= Lenient.LONGEST_KEY) {
            return sent;
        }
        return alert.labels().isEmpty() ? null : alert.fingerprint();
    }

    /** A group is called firing while any of its alerts is, so the alert's own word counts first. */
    private static boolean isResolved(AlertWords alert, @Nullable String groupStatus, Instant now) {
        var own = Lenient.text(alert.alert(), "status");
        var status = own == null ? groupStatus : own;
        var ended = alert.time("endsAt");
        return status == null ? ended != null && !ended.isAfter(now) : status.equalsIgnoreCase("resolved");
    }

    private static @Nullable Instant future(@Nullable Instant endsAt, Instant now) {
        return endsAt != null && endsAt.isAfter(now) ? endsAt : null;
    }
}
