package org.larum.app.intake.alertmanager;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.larum.app.intake.Detection.About;
import org.larum.app.intake.IsoTime;
import org.larum.app.intake.Lenient;
import org.larum.app.intake.Links;
import org.larum.app.intake.Storable;
import org.larum.domain.shared.Link;
import org.larum.domain.shared.Severity;
import tools.jackson.databind.JsonNode;

/** One alert of the Prometheus family in our words; both doors for such alerts read it this way. */
public record AlertWords(Map<String, String> labels, JsonNode alert) {

    private static final int LONGEST_PLACE = 255;

    /** {@code alert} must be an object. Labels without a value are left out, as Alertmanager does. */
    public static AlertWords of(JsonNode alert) {
        var labels = new LinkedHashMap<String, String>();
        alert.path("labels").properties().forEach(label -> {
            var value = Lenient.scalar(label.getValue());
            if (value != null && !value.isEmpty()) {
                labels.put(label.getKey(), value);
            }
        });
        return new AlertWords(labels, alert);
    }

    public String fingerprint() {
        return LabelFingerprint.of(labels);
    }

    public Severity severity() {
        return switch (labels.getOrDefault("severity", "").strip().toLowerCase(Locale.ROOT)) {
            case "critical", "page" -> Severity.CRITICAL;
            case "error", "high", "major" -> Severity.HIGH;
            case "info", "low", "none" -> Severity.LOW;
            default -> Severity.MEDIUM;
        };
    }

    public String summary() {
        var annotations = alert.path("annotations");
        for (var name : List.of("summary", "description")) {
            var text = Lenient.text(annotations, name, Lenient.LONGEST_SUMMARY);
            if (text != null) {
                return text;
            }
        }
        var name = labels.getOrDefault("alertname", "");
        return name.isBlank() ? "Alert without a name" : Storable.clip(Storable.mend(name), Lenient.LONGEST_SUMMARY);
    }

    public About about() {
        return new About(place("service"), place("component"), Lenient.fitted(labels), links());
    }

    public @Nullable String details() {
        return Lenient.details(alert.get("annotations"));
    }

    /** Null for absent, null and year 1, which is how Go writes "no time". */
    public @Nullable Instant time(String name) {
        var text = Lenient.text(alert, name);
        var time = text == null ? null : IsoTime.parse(text);
        return time == null || isZero(time) ? null : time;
    }

    public boolean hasUnreadableTime(String name) {
        var text = Lenient.text(alert, name);
        return text == null ? alert.path(name).isContainer() : IsoTime.parse(text) == null;
    }

    private List<Link> links() {
        var annotations = alert.path("annotations");
        return new Links()
                .add(Lenient.text(annotations, "runbook_url"), "Runbook")
                .add(Lenient.text(annotations, "runbook"), "Runbook")
                .add(Lenient.text(annotations, "dashboard_url"), "Dashboard")
                .add(Lenient.text(annotations, "dashboard"), "Dashboard")
                .add(Lenient.text(alert, "dashboardURL"), "Dashboard")
                .add(Lenient.text(alert, "panelURL"), "Panel")
                .add(Lenient.text(alert, "generatorURL"), "Source")
                .list();
    }

    private @Nullable String place(String label) {
        var text = labels.get(label);
        return text == null || text.isBlank() ? null : Storable.clip(Storable.mend(text), LONGEST_PLACE);
    }

    private static boolean isZero(Instant time) {
        return time.isBefore(Instant.EPOCH);
    }
}
