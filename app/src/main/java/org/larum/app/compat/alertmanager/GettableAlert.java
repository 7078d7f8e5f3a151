package org.larum.app.compat.alertmanager;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An alert as Alertmanager's API v2 shows it; every field is required by its clients. */
record GettableAlert(
        Map<String, String> labels,
        Map<String, String> annotations,
        String fingerprint,
        List<Receiver> receivers,
        Instant startsAt,
        Instant updatedAt,
        Instant endsAt,
        @JsonProperty("generatorURL") String generatorUrl,
        Status status) {

    record Receiver(String name) {}

    record Status(String state, List<String> silencedBy, List<String> inhibitedBy, List<String> mutedBy) {

        static final Status ACTIVE = new Status("active", List.of(), List.of(), List.of());
    }

    /** One of {@code /alerts/groups}. */
    record Group(Map<String, String> labels, Receiver receiver, List<GettableAlert> alerts) {}

    static GettableAlert of(OpenAlert alert, Receiver receiver, Instant now) {
        var ends = alert.endsAt();
        var generator = alert.generatorUrl();
        return new GettableAlert(
                alert.labels(),
                alert.annotations(),
                alert.fingerprint(),
                List.of(receiver),
                alert.startsAt(),
                alert.updatedAt(),
                ends == null ? now.plus(PostedAlertsTranslator.HOLDS) : ends,
                generator == null ? "" : generator,
                Status.ACTIVE);
    }
}
