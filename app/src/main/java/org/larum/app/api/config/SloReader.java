package org.larum.app.api.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.directory.Slo;
import org.larum.domain.directory.SloId;
import org.larum.domain.shared.Severity;

/** Reads what services owe their users, and writes it again. */
final class SloReader {

    private static final Duration SHORTEST = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final Duration USUAL = Duration.ofDays(30);
    private static final Duration SLOWEST = Duration.ofHours(1);

    private static final List<String> FIELDS =
            List.of("service", "kind", "objective", "window", "policy", "from", "severity", "within");
    private static final List<String> KINDS = words(Slo.Kind.values());
    private static final List<String> SOURCES = words(Slo.Source.values());
    private static final List<String> POLICIES = words(Slo.Policy.values());
    private static final Pattern MILLIS = Pattern.compile("(\\d{1,7})ms");

    private static final String OBJECTIVE_HINT = "a number of percent from above 0 to below 100, such as 99.9";
    private static final String WINDOW_HINT = "a time from 1d to 90d, such as 30d";
    private static final String WITHIN_HINT = "how fast is fast enough, such as 500ms";
    private static final String SEVERITY_HINT = "the severities that take the service down, such as [critical, high]";

    private final Reading reading;
    private final Mistakes mistakes;

    SloReader(Reading reading) {
        this.reading = reading;
        this.mistakes = reading.mistakes();
    }

    private static List<String> words(Enum<?>[] values) {
        return Stream.of(values).map(Slo::word).toList();
    }

    List<Slo> slos(Block file) {
        return reading
                .entries(file, Section.SLOS.path(), Section.SLOS, (value, path) -> slo(value, path))
                .entrySet()
                .stream()
                .map(entry -> named(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Slo named(String word, Slo slo) {
        return new Slo(
                SloId.of(word),
                word,
                slo.service(),
                slo.kind(),
                slo.objective(),
                slo.window(),
                slo.policy(),
                slo.from(),
                slo.severities(),
                slo.within());
    }

    /** Without its word. */
    private Slo slo(Object value, String path) {
        var block = Block.of(value, path, mistakes, "an SLO", FIELDS);
        var service = block.text("service", 255, "the word of a service");
        reading.reference(Section.SERVICES, service, block.at("service"));
        var kind = Slo.Kind.valueOf(upper(block.oneOf("kind", KINDS, "availability")));
        var from = from(block, kind);
        return new Slo(
                SloId.of(""),
                "",
                ServiceId.of(service),
                kind,
                objective(block),
                window(block),
                Slo.Policy.valueOf(upper(block.oneOf("policy", POLICIES, "moderate"))),
                from,
                severities(block, from),
                block.optionalText("within", 20, WITHIN_HINT)
                        .map(text -> within(block, text))
                        .orElse(null));
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    /** Incidents tell of downtime and of nothing else. */
    private Slo.Source from(Block block, Slo.Kind kind) {
        boolean isUp = kind == Slo.Kind.AVAILABILITY;
        var from = Slo.Source.valueOf(upper(block.oneOf("from", SOURCES, isUp ? "incidents" : "counts")));
        if (!isUp && from == Slo.Source.INCIDENTS) {
            mistakes.add(
                    block.at("from"),
                    "Incidents do not tell how fast a service is, or how often it fails. Write from: counts, and send"
                            + " counts to /api/slos.");
        }
        return from;
    }

    private double objective(Block block) {
        var given = block.needed("objective", OBJECTIVE_HINT).orElse(null);
        if (given == null) {
            return 99;
        }
        double percent = given instanceof Number number ? number.doubleValue() : -1;
        if (percent > 0 && percent < 100) {
            return percent;
        }
        if (percent >= 100) {
            mistakes.add(
                    block.at("objective"),
                    "With " + Words.printable(String.valueOf(given))
                            + " % nothing may ever be bad: there is no budget that could be spent or left. Write less"
                            + " than 100, such as 99.9.");
        } else {
            var quotes = given instanceof String ? ", without quotes." : ".";
            mistakes.add(block.at("objective"), "This must be " + OBJECTIVE_HINT + quotes);
        }
        return 99;
    }

    private Duration window(Block block) {
        var text = block.optionalText("window", 20, WINDOW_HINT).orElse(null);
        if (text == null) {
            return USUAL;
        }
        var window = Pause.read(text, LONGEST).filter(one -> one.compareTo(SHORTEST) >= 0);
        if (window.isEmpty()) {
            mistakes.add(block.at("window"), "This is not a window of a budget. Write " + WINDOW_HINT + ".");
        }
        return window.orElse(USUAL);
    }

    private List<Severity> severities(Block block, Slo.Source from) {
        boolean isGiven = block.has("severity");
        if (from == Slo.Source.COUNTS) {
            if (isGiven) {
                mistakes.add(
                        block.at("severity"),
                        "This says which incidents count, and here counts do. Leave it out, or write from: incidents.");
            }
            return List.of();
        }
        if (!isGiven) {
            return List.of(Severity.CRITICAL, Severity.HIGH);
        }
        var found = new LinkedHashSet<Severity>();
        for (var one : block.list("severity", Severity.values().length, SEVERITY_HINT)) {
            var severity = one instanceof String word ? PersonReader.severity(word) : Optional.<Severity>empty();
            severity.ifPresentOrElse(
                    found::add,
                    () -> mistakes.add(
                            block.at("severity"),
                            Suggestion.shown(Block.printable(one)) + " is not a severity. Write " + SEVERITY_HINT
                                    + "."));
        }
        return found.stream().sorted().toList();
    }

    private @Nullable Duration within(Block block, String text) {
        var millis = MILLIS.matcher(text);
        var within = millis.matches()
                ? Optional.of(Duration.ofMillis(Long.parseLong(millis.group(1))))
                : Pause.read(text, SLOWEST);
        if (within.filter(Duration::isPositive).isEmpty()) {
            mistakes.add(block.at("within"), "This is not how fast something is. Write " + WITHIN_HINT + ".");
        }
        return within.orElse(null);
    }

    /** In the fields of the file, without its service. */
    static Map<String, Object> fields(Slo slo) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("kind", Slo.word(slo.kind()));
        fields.put("objective", slo.objective());
        fields.put("window", Pause.write(slo.window()));
        fields.put("policy", Slo.word(slo.policy()));
        fields.put("from", Slo.word(slo.from()));
        if (!slo.severities().isEmpty()) {
            fields.put("severity", slo.severities().stream().map(Slo::word).toList());
        }
        if (slo.within() != null) {
            fields.put("within", write(slo.within()));
        }
        return fields;
    }

    private static String write(Duration within) {
        return within.toMillisPart() == 0 ? Pause.write(within) : within.toMillis() + "ms";
    }
}
