package org.larum.app.api.simulation;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.config.Pause;
import org.larum.app.api.simulation.SimulationDesk.Assumed;
import org.larum.app.api.simulation.SimulationDesk.SimulationWish;
import org.larum.app.intake.BodyRefused;
import org.larum.app.intake.Detection;
import org.larum.app.intake.Sender;
import org.larum.app.intake.nativ.OneDetection;
import org.larum.app.simulation.Assertion;
import org.larum.app.simulation.Assumptions;
import org.larum.app.simulation.Scenario;
import org.larum.app.simulation.Sweep;
import org.larum.app.simulation.Sweep.Instants;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is asked, understood: or refused with what to write instead. */
record Question(
        House house,
        Scenario scenario,
        Instant at,
        @Nullable Assertion assertion,
        @Nullable Instants instants) {

    static final Duration USUAL_HORIZON = Duration.ofHours(24);
    private static final Duration LONGEST_HORIZON = Duration.ofDays(7);
    private static final Duration LONGEST_SWEEP = Duration.ofDays(400);
    private static final Pattern ASSERTION = Pattern.compile("(reached|answered) within (\\S+)");
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    static Question of(SimulationWish wanted, House house, Instant now) {
        var at = wanted.at() == null || wanted.at().isBlank() ? now : instant(wanted.at());
        var assertion = wanted.asserted() == null ? null : assertion(wanted.asserted());
        return new Question(
                house,
                scenario(wanted, house, at),
                at,
                assertion,
                instants(wanted, at, assertion).orElse(null));
    }

    private static Scenario scenario(SimulationWish wanted, House house, Instant at) {
        if (wanted.detection() == null) {
            throw wrong(
                    "no_detection",
                    "\"detection\" is missing. Write what is detected, such as {\"service\": \"checkout\", \"key\":"
                            + " \"db-down\", \"severity\": \"critical\", \"summary\": \"The database is down\"}.");
        }
        JsonNode detection = JsonMapper.shared().valueToTree(wanted.detection());
        Function<Instant, Detection> seen = when -> {
            try {
                return OneDetection.read(detection, when);
            } catch (BodyRefused e) {
                throw wrong("bad_detection", "The detection cannot be read: " + e.sentence());
            }
        };
        var first = seen.apply(at);
        if (first.action() != Detection.Action.TRIGGER) {
            throw wrong(
                    "bad_detection",
                    "Only a detection that triggers can be simulated: nothing was detected before that it could end.");
        }
        var horizon = wanted.horizon() == null ? USUAL_HORIZON : length("horizon", wanted.horizon(), LONGEST_HORIZON);
        return new Scenario(
                sender(text(detection, "integration"), first.about().service(), house),
                seen,
                assumptions(wanted.assume(), house),
                horizon);
    }

    private static @Nullable String text(JsonNode node, String field) {
        var value = node.get(field);
        return value == null || !value.isString() ? null : value.asString();
    }

    /** Whoever names only a service is a sender of that service. */
    private static Sender sender(@Nullable String integration, @Nullable String service, House house) {
        if (integration != null) {
            return house.all(Definition.Integration.class)
                    .filter(one -> one.word().equals(integration))
                    .findFirst()
                    .map(one -> new Sender(one.id(), one.word(), one.type(), one.service()))
                    .orElseThrow(() -> unknown("integration", integration, house.words(Definition.Integration.class)));
        }
        var services = house.words(Definition.Service.class);
        if (service == null) {
            throw wrong(
                    "no_service",
                    "The detection names neither an integration nor a service. Add \"integration\" or \"service\" with"
                            + " a word of the organisation" + known(services) + ".");
        }
        if (!services.contains(service)) {
            throw unknown("service", service, services);
        }
        return new Sender(IntegrationId.of("simulation"), "simulation", "native", ServiceId.of(service));
    }

    private static Assumptions assumptions(@Nullable Assumed assumed, House house) {
        if (assumed == null) {
            return Assumptions.NOBODY_ANSWERS;
        }
        var answers = new LinkedHashMap<PersonId, Duration>();
        var people = house.all(Definition.Person.class)
                .collect(Collectors.toMap(Definition.Person::word, Definition.Person::id));
        Objects.requireNonNullElse(assumed.answers(), Map.<String, String>of()).forEach((word, after) -> {
            var person = people.get(word);
            if (person == null) {
                throw unknown("person", word, people.keySet().stream().sorted().toList());
            }
            answers.put(person, atOnceOr("answers." + word, after));
        });
        var down = EnumSet.noneOf(ChannelKind.class);
        Objects.requireNonNullElse(assumed.down(), List.<String>of()).forEach(word -> down.add(channel(word)));
        return new Assumptions(Map.copyOf(answers), down);
    }

    private static Duration atOnceOr(String name, String text) {
        return text.matches("0[a-z]?|PT0S") ? Duration.ZERO : length(name, text, LONGEST_HORIZON);
    }

    private static ChannelKind channel(String word) {
        // Whoever sent an alert is told back to, and woken by nothing.
        var all = Arrays.stream(ChannelKind.values())
                .filter(kind -> kind != ChannelKind.SOURCE)
                .collect(Collectors.toMap(kind -> kind.name().toLowerCase(Locale.ROOT), kind -> kind));
        return Optional.ofNullable(all.get(word))
                .orElseThrow(() ->
                        unknown("channel", word, all.keySet().stream().sorted().toList()));
    }

    private static Assertion assertion(String text) {
        var found = ASSERTION.matcher(text.strip());
        if (!found.matches()) {
            throw wrong(
                    "bad_assertion",
                    "\"" + text + "\" is nothing that can be asserted. Write \"reached within 5m\" or \"answered within"
                            + " 15m\".");
        }
        return new Assertion(
                Assertion.Kind.valueOf(found.group(1).toUpperCase(Locale.ROOT)),
                length("assert", found.group(2), LONGEST_HORIZON));
    }

    private static Optional<Instants> instants(SimulationWish wanted, Instant at, @Nullable Assertion assertion) {
        if (wanted.every() == null && wanted.length() == null) {
            return Optional.empty();
        }
        if (wanted.every() == null || wanted.length() == null || assertion == null) {
            throw wrong(
                    "half_a_sweep",
                    "To ask at many instants write all three: \"every\", such as 15m, \"for\", such as 90d, and"
                            + " \"assert\", such as \"reached within 5m\".");
        }
        var instants = new Instants(
                at, length("every", wanted.every(), LONGEST_SWEEP), length("for", wanted.length(), LONGEST_SWEEP));
        if (instants.count() > Sweep.MOST_INSTANTS) {
            throw wrong(
                    "too_many_instants",
                    "That is " + instants.count() + " instants, and at most " + Sweep.MOST_INSTANTS
                            + " can be asked at once. Ask less often, or for less long.");
        }
        return Optional.of(instants);
    }

    static Instant instant(String text) {
        try {
            var at = OffsetDateTime.parse(text.strip()).toInstant();
            if (!at.isBefore(FIRST) && at.isBefore(LAST)) {
                return at;
            }
        } catch (DateTimeException e) {
            // told below, in the same words
        }
        throw wrong(
                "bad_instant",
                "\"" + text + "\" is no instant that can be asked about. Write one from 2000 to 2099 such as"
                        + " 2026-03-29T01:30:00Z.");
    }

    private static Duration length(String name, String text, Duration longest) {
        return read(text.strip(), longest)
                .orElseThrow(() -> wrong(
                        "bad_length",
                        "\"" + name + "\" is \"" + text + "\". Write a length such as 30s, 5m, 1h30m or 7d, at most "
                                + longest.toDays() + "d."));
    }

    /** As people write it, or as programs do: 5m or PT5M. */
    private static Optional<Duration> read(String text, Duration longest) {
        if (!text.startsWith("P")) {
            return Pause.read(text, longest);
        }
        try {
            return Optional.of(Duration.parse(text))
                    .filter(one -> one.isPositive()
                            && one.equals(one.truncatedTo(ChronoUnit.SECONDS))
                            && one.compareTo(longest) <= 0);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Refusal unknown(String what, String word, List<String> words) {
        return wrong("unknown_" + what, "There is no " + what + " \"" + word + "\"" + known(words) + ".");
    }

    private static String known(List<String> words) {
        int most = 20;
        return words.isEmpty()
                ? ""
                : "; there is " + words.stream().limit(most).collect(Collectors.joining(", "))
                        + (words.size() > most ? " and " + (words.size() - most) + " more" : "");
    }

    private static Refusal wrong(String code, String sentence) {
        return new Refusal(Refusal.Kind.INVALID, code, sentence);
    }
}
