package org.larum.app.api;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.directory.TeamId;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Severity;
import org.larum.projections.incident.IncidentQuery.Order;
import org.larum.projections.shared.Page.Asked;

/** Reads the filters that lists have in common. */
public final class Asking {

    private static final int USUAL = 50;
    private static final int MOST = 1000;
    private static final int MOST_WORDS = 100;

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("3000-01-01T00:00:00Z");

    private Asking() {}

    public static Asked page(@Nullable Integer limit, @Nullable String after) {
        int wanted = limit == null ? USUAL : limit;
        if (wanted < 1 || wanted > MOST) {
            throw invalid("bad_limit", "\"limit\" is " + wanted + "; write a number from 1 to " + MOST + ".");
        }
        return new Asked(wanted, after);
    }

    /** Words separated by commas; {@code open} stands for those given. */
    public static Set<String> states(@Nullable String states, Set<String> known, Set<String> open) {
        var found = new LinkedHashSet<String>();
        for (var state : words(states)) {
            if (state.equals("open")) {
                found.addAll(open);
            } else if (known.contains(state)) {
                found.add(state);
            } else {
                throw invalid(
                        "bad_state",
                        "There is no state \"" + state + "\"; write open, or one of "
                                + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
            }
        }
        return found;
    }

    /** Words separated by commas, each of those that are known. */
    public static Set<String> words(@Nullable String text, Set<String> known, String what) {
        var found = words(text);
        found.stream().filter(word -> !known.contains(word)).findFirst().ifPresent(word -> {
            throw invalid(
                    "bad_" + what,
                    "There is no " + what + " \"" + word + "\"; write some of "
                            + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
        });
        return found;
    }

    /** Marks from 1 to 4. */
    public static Set<Integer> severities(@Nullable String severities) {
        return words(severities).stream()
                .map(word -> {
                    try {
                        return Severity.valueOf(word.toUpperCase(Locale.ROOT)).mark();
                    } catch (IllegalArgumentException e) {
                        throw invalid(
                                "bad_severity",
                                "There is no severity \"" + word + "\"; write critical, high, medium or low.");
                    }
                })
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A service by its word or its id. */
    public static @Nullable UUID service(@Nullable String service) {
        if (service == null || service.isBlank()) {
            return null;
        }
        var id = uuid(service);
        return id != null ? id : ServiceId.of(service).value();
    }

    /** Services by their words or ids. */
    public static Set<UUID> services(@Nullable String services) {
        return ids(services, word -> ServiceId.of(word).value());
    }

    /** Teams by their words or ids. */
    public static Set<UUID> teams(@Nullable String teams) {
        return ids(teams, word -> TeamId.of(word).value());
    }

    private static Set<UUID> ids(@Nullable String text, Function<String, UUID> ofWord) {
        var found = words(text);
        if (found.size() > MOST_WORDS) {
            throw invalid("too_many", "At most " + MOST_WORDS + " services or teams can be asked for at once.");
        }
        return found.stream()
                .map(word -> {
                    var id = uuid(word);
                    return id == null ? ofWord.apply(word) : id;
                })
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The newest first, unless the worst are asked for. */
    public static Order order(@Nullable String order) {
        return switch (order == null ? "newest" : order) {
            case "newest" -> Order.NEWEST;
            case "worst" -> Order.WORST;
            default -> throw invalid("bad_order", "There is no order \"" + order + "\"; write newest or worst.");
        };
    }

    /** P1 to P5. */
    public static Set<String> priorities(@Nullable String priorities) {
        return words(priorities, Set.of("p1", "p2", "p3", "p4", "p5"), "priority").stream()
                .map(word -> word.toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A moment in ISO 8601, of any year that the database can keep. */
    public static @Nullable Instant moment(@Nullable String text, String what) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var at = Instant.parse(text.strip());
            if (!at.isBefore(FIRST) && at.isBefore(LAST)) {
                return at;
            }
        } catch (DateTimeParseException e) {
            // told below, in the same words
        }
        throw invalid(
                "bad_moment",
                "\"" + what + "\" is not a moment that can be asked for; write it like 2026-11-23T09:00:00Z.");
    }

    public static @Nullable UUID uuid(@Nullable String text) {
        if (text == null || text.length() != 36) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Set<String> words(@Nullable String text) {
        return text == null
                ? Set.of()
                : Arrays.stream(text.split(","))
                        .map(word -> word.strip().toLowerCase(Locale.ROOT))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Refusal invalid(String code, String sentence) {
        return new Refusal(Refusal.Kind.INVALID, code, sentence);
    }
}
