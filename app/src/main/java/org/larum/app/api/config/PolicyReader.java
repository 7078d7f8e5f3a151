package org.larum.app.api.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.config.Organisation.Policy;
import org.larum.app.api.config.Organisation.Step;
import org.larum.app.api.config.Organisation.Target;
import org.larum.domain.directory.Definition.TargetKind;

/** Reads who is told in which order. */
final class PolicyReader {

    private static final int MOST_ROUNDS = 20;
    private static final int MOST_STEPS = 20;
    private static final int MOST_TARGETS = 50;

    private static final List<String> POLICY = List.of("repeat", "steps");
    private static final List<String> STEP = List.of("notify", "wait");
    private static final Map<TargetKind, Section> KINDS = new EnumMap<>(Map.of(
            TargetKind.PERSON, Section.PEOPLE,
            TargetKind.SCHEDULE, Section.SCHEDULES,
            TargetKind.TEAM, Section.TEAMS,
            TargetKind.WEBHOOK, Section.WEBHOOKS));
    private static final List<String> KIND_WORDS =
            KINDS.keySet().stream().map(PolicyReader::word).toList();
    private static final String STEPS_HINT = "1 to 20 steps, such as [{notify: [\"person:ada\"], wait: 5m}]";
    private static final String NOTIFY_HINT = "whom to tell, such as [\"schedule:payments\", \"person:ada\"]";
    private static final String WAIT_HINT = "how long to wait, from 1s to 7d, such as 30s, 5m, 1h30m or 1d";

    private final Reading reading;
    private final Mistakes mistakes;

    PolicyReader(Reading reading) {
        this.reading = reading;
        this.mistakes = reading.mistakes();
    }

    Policy policy(Object value, String path) {
        var block = Block.of(value, path, mistakes, "a policy", POLICY);
        var list = block.list("steps", MOST_STEPS, STEPS_HINT);
        var steps = new ArrayList<Step>();
        for (int i = 0; i < list.size(); i++) {
            steps.add(step(list.get(i), block.at("steps") + "[" + i + "]"));
        }
        return new Policy(block.number("repeat", 0, MOST_ROUNDS, 0), steps);
    }

    private Step step(@Nullable Object value, String path) {
        var block = Block.of(value, path, mistakes, "a step", STEP);
        var list = block.list("notify", MOST_TARGETS, NOTIFY_HINT);
        var targets = new LinkedHashSet<Target>();
        for (int i = 0; i < list.size(); i++) {
            var place = block.at("notify") + "[" + i + "]";
            target(list.get(i), place).ifPresent(target -> {
                if (!targets.add(target)) {
                    mistakes.add(place, "This one is told in this step already. Take one of the two out.");
                }
            });
        }
        return new Step(new ArrayList<>(targets), pause(block));
    }

    private Duration pause(Block block) {
        return block.needed("wait", WAIT_HINT)
                .flatMap(value -> {
                    var pause = value instanceof String text ? Pause.read(text) : Optional.<Duration>empty();
                    if (pause.isEmpty()) {
                        mistakes.add(block.at("wait"), "This is not a time to wait. Write " + WAIT_HINT + ".");
                    }
                    return pause;
                })
                .orElse(Duration.ZERO);
    }

    private Optional<Target> target(@Nullable Object value, String path) {
        if (!(value instanceof String text)) {
            mistakes.add(path, "This must be text in quotes. Write " + NOTIFY_HINT + ".");
            return Optional.empty();
        }
        int colon = text.indexOf(':');
        var kind = colon < 0 ? "" : text.substring(0, colon);
        var word = text.substring(colon + 1);
        var section = KINDS.entrySet().stream()
                .filter(known -> word(known.getKey()).equals(kind))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        if (section == null) {
            mistakes.add(path, unknownKind(colon < 0, text, kind, word));
            return Optional.empty();
        }
        if (word.isEmpty()) {
            mistakes.add(path, "The word is missing after the colon. Write \"" + kind + ":\" and a word.");
        }
        reading.reference(section, word, path);
        return Optional.of(new Target(section, word));
    }

    private static String unknownKind(boolean isBare, String text, String kind, String word) {
        if (isBare && Words.isWord(text)) {
            return Suggestion.shown(text) + " does not say what it is. Write " + Suggestion.shown("person:" + text)
                    + ", " + Suggestion.shown("schedule:" + text) + " or " + Suggestion.shown("webhook:" + text) + ".";
        }
        var nearest = isBare ? null : Suggestion.nearest(kind, KIND_WORDS);
        var better = nearest == null ? "" : " Did you mean " + Suggestion.shown(nearest + ":" + word) + "?";
        return Suggestion.shown(text) + " cannot be told anything." + better
                + " Write \"person:\", \"schedule:\", \"team:\" or \"webhook:\" and a word.";
    }

    /** How a kind of target begins in the file. */
    static String word(TargetKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static TargetKind kind(Section section) {
        return KINDS.entrySet().stream()
                .filter(known -> known.getValue() == section)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
