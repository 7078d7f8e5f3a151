package org.larum.domain.suppression;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Directory;
import org.larum.domain.shared.Place;
import org.larum.domain.shared.Severity;

/** What a condition may ask of an alert: words and labels as people write them. */
public record Facts(
        String severity,
        String summary,
        String service,
        String team,
        String component,
        String criticality,
        int tier,
        Map<String, String> labels) {

    /** {@code tier} is 0 when nothing is known of it; what an alert does not have is empty. */
    public static Facts of(
            Place place, Severity severity, String summary, Map<String, String> labels, Directory directory) {
        var service = directory.service(place.service());
        return new Facts(
                word(severity),
                summary,
                service.map(Definition.Service::word).orElse(""),
                Optional.ofNullable(place.team())
                        .flatMap(directory::team)
                        .map(Definition.Team::word)
                        .orElse(""),
                place.component() == null ? "" : place.component(),
                service.map(Definition.Service::criticality).orElse(""),
                service.map(one -> one.value().tier()).orElse(0),
                labels);
    }

    /** As it is written in a condition: {@code critical}, {@code high}, {@code medium} or {@code low}. */
    public static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** The value of a fact by its name, such as {@code labels.cluster} or {@code service}; empty when there is none. */
    public String value(String name) {
        return switch (name) {
            case "severity" -> severity;
            case "summary" -> summary;
            case "service" -> service;
            case "team" -> team;
            case "component" -> component;
            case "criticality" -> criticality;
            case "tier" -> String.valueOf(tier);
            default -> labels.getOrDefault(name.startsWith("labels.") ? name.substring("labels.".length()) : name, "");
        };
    }
}
