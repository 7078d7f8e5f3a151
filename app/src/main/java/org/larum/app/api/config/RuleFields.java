package org.larum.app.api.config;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Definition.MajorRule;
import org.larum.domain.directory.Definition.Worth;
import org.larum.domain.directory.Rule;
import org.larum.domain.directory.Rule.Repeat;

/** A rule in the shape of the file. */
final class RuleFields {

    private RuleFields() {}

    static Map<String, Object> of(Rule rule) {
        var fields = new LinkedHashMap<String, Object>();
        if (rule.order() != RuleReader.ORDER) {
            fields.put("order", rule.order());
        }
        switch (rule) {
            case Rule.Silence silence -> {
                fields.put("when", silence.when());
                span(fields, silence.span());
                fields.put("reason", silence.reason());
                put(fields, "creator", silence.creator());
            }
            case Rule.Maintenance maintenance -> {
                fields.put("services", maintenance.services());
                put(fields, "when", maintenance.when());
                window(fields, maintenance.window());
                fields.put("reason", maintenance.reason());
            }
            case Rule.KnownIssue issue -> {
                fields.put("when", issue.when());
                span(fields, issue.span());
                fields.put("reason", issue.reason());
                put(fields, "ticket", issue.ticket());
                put(
                        fields,
                        "incident",
                        issue.incident() == null ? null : issue.incident().toString());
            }
            case Rule.Inhibition inhibition -> {
                fields.put("source", inhibition.source());
                fields.put("target", inhibition.target());
                fields.put("equal", inhibition.equal());
            }
            case Rule.Flapping flapping -> {
                fields.put("when", flapping.when());
                fields.put("changes", flapping.changes());
                fields.put("within", Pause.write(flapping.within()));
            }
            case Rule.Threshold threshold -> {
                fields.put("when", threshold.when());
                fields.put("count", threshold.count());
                fields.put("within", Pause.write(threshold.within()));
            }
            case Rule.Hold hold -> {
                fields.put("when", hold.when());
                fields.put("wait", Pause.write(hold.pause()));
            }
            case Rule.Correlation correlation -> {
                fields.put("when", correlation.when());
                fields.put("by", correlation.by());
                fields.put("window", Pause.write(correlation.window()));
            }
        }
        return fields;
    }

    private static void span(Map<String, Object> fields, Rule.Span span) {
        put(fields, "from", span.from() == null ? null : span.from().toString());
        put(fields, "until", span.until() == null ? null : span.until().toString());
    }

    private static void window(Map<String, Object> fields, Rule.Window window) {
        fields.put("from", window.from().toString());
        fields.put("until", window.until().toString());
        if (window.repeat() != Repeat.NEVER) {
            fields.put("repeat", window.repeat().name().toLowerCase(Locale.ROOT));
        }
        fields.put("timeZone", window.timeZone());
    }

    /** Without the executives: whoever shows them knows their words. */
    static Map<String, Object> major(MajorRule rule) {
        var fields = new LinkedHashMap<String, Object>();
        var severity = rule.severity();
        fields.put("severity", severity == null ? "never" : severity.name().toLowerCase(Locale.ROOT));
        fields.put("services", rule.services());
        fields.put("updates", Pause.write(rule.updates()));
        put(fields, "warRoom", rule.warRoom());
        fields.put("statusPage", rule.notice() ? "draft" : "none");
        return fields;
    }

    /** What a service is worth, by the fields that are known. */
    static Map<String, Object> worth(Worth worth) {
        var fields = new LinkedHashMap<String, Object>();
        put(fields, "tier", worth.tier());
        put(fields, "users", worth.users());
        put(fields, "revenuePerMinute", worth.revenuePerMinute());
        put(fields, "process", worth.process());
        if (worth.links() != null) {
            var links = new LinkedHashMap<String, String>();
            worth.links().forEach(link -> links.put(link.text() == null ? link.href() : link.text(), link.href()));
            fields.put("links", links);
        }
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
