package org.larum.app.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Something that a monitoring system of the example organisation sees; told in that system's own words. */
record Alarm(Dialect dialect, String key, String severity, String service, String component, String summary) {

    /** The programs that report to Larum here; {@code word} is the integration's. */
    enum Dialect {
        NATIVE("shop-monitoring"),
        PAGERDUTY("pagerduty-client"),
        ALERTMANAGER("prometheus");

        private final String word;

        Dialect(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** Sends that it burns, or that it is over. */
    void send(Visitor visitor, String key, boolean isOver, Instant now) {
        switch (dialect) {
            case NATIVE -> visitor.post("/api/detections", ofNative(isOver), "Authorization", "Bearer " + key);
            case PAGERDUTY -> visitor.post("/v2/enqueue", ofPagerDuty(key, isOver));
            case ALERTMANAGER -> visitor.post("/hooks/alertmanager/" + key, ofAlertmanager(isOver, now));
        }
    }

    private Map<String, Object> ofNative(boolean isOver) {
        if (isOver) {
            return Map.of("key", key, "action", "resolve");
        }
        return Map.of(
                "key", key,
                "severity", severity,
                "summary", summary,
                "service", service,
                "component", component,
                "labels", Map.of("region", "eu-west", "environment", "production"));
    }

    private Map<String, Object> ofPagerDuty(String routingKey, boolean isOver) {
        if (isOver) {
            return Map.of("routing_key", routingKey, "event_action", "resolve", "dedup_key", key);
        }
        return Map.of(
                "routing_key",
                routingKey,
                "event_action",
                "trigger",
                "dedup_key",
                key,
                "client",
                "Synthetic checks",
                "payload",
                Map.of("summary", summary, "source", "probe-eu-1", "severity", severity, "component", component));
    }

    private Map<String, Object> ofAlertmanager(boolean isOver, Instant now) {
        var labels = Map.of("alertname", key, "severity", severity, "service", service, "component", component);
        var alert = new LinkedHashMap<String, Object>();
        alert.put("status", isOver ? "resolved" : "firing");
        alert.put("labels", labels);
        alert.put("annotations", Map.of("summary", summary));
        alert.put("startsAt", now.toString());
        alert.put("endsAt", isOver ? now.toString() : "0001-01-01T00:00:00Z");
        return Map.of(
                "version",
                "4",
                "status",
                isOver ? "resolved" : "firing",
                "receiver",
                "larum",
                "groupLabels",
                Map.of("alertname", key),
                "commonLabels",
                labels,
                "commonAnnotations",
                Map.of(),
                "truncatedAlerts",
                0,
                "alerts",
                List.of(alert));
    }
}
