package org.larum.app.api.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Definition.Branch;
import org.larum.domain.directory.Definition.Policy;
import org.larum.domain.directory.Definition.Step;
import org.larum.domain.directory.Definition.Target;
import org.larum.domain.directory.Definition.TargetKind;
import org.larum.domain.directory.PolicyId;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Severity;

/** Reads who is told in which order. */
final class PolicyReader {

    private static final int MOST_ROUNDS = 20;
    private static final int MOST_STEPS = 20;
    private static final int MOST_TARGETS = 50;

    private static final int MOST_BRANCHES = 20;

    private static final List<String> POLICY = List.of("repeat", "steps", "when");
    private static final List<String> BRANCH = List.of("severity", "hours", "timeZone", "repeat", "steps");
    private static final List<String> STEP = List.of("notify", "wait", "level", "each", "roundRobin", "acknowledge");
    private static final Map<TargetKind, Section> KINDS = new EnumMap<>(Map.of(
            TargetKind.PERSON, Section.PEOPLE,
            TargetKind.SCHEDULE, Section.SCHEDULES,
            TargetKind.TEAM, Section.TEAMS,
            TargetKind.WEBHOOK, Section.WEBHOOKS));
    private static final String ROLE = word(TargetKind.ROLE);
    private static final List<String> KIND_WORDS =
            Stream.of(TargetKind.values()).map(PolicyReader::word).toList();
    private static final String STEPS_HINT = "1 to 20 steps, such as [{notify: [\"person:ada\"], wait: 5m}]";
    private static final String NOTIFY_HINT = "whom to tell, such as [\"schedule:payments\", \"person:ada\"]";
    private static final String WHEN_HINT =
            "1 to 20 cases, such as [{severity: critical, steps: [{notify: [\"schedule:payments\"], wait: 5m}]}]";
    private static final String SEVERITY_HINT = "critical, high, medium or low, or several as [critical, high]";
    /** Each of those whom a step asks. */
    static final String ALL = "all";

    private static final String WAIT_HINT = "how long to wait, from 1s to 7d, such as 30s, 5m, 1h30m or 1d";

    private final Reading reading;
    private final Mistakes mistakes;

    PolicyReader(Reading reading) {
        this.reading = reading;
        this.mistakes = reading.mistakes();
    }

    List<Policy> policies(Block file) {
        var policies = new ArrayList<Policy>();
        reading.entries(file, Section.POLICIES.path(), Section.POLICIES, Entry::new)
                .forEach((word, entry) -> policies.add(policy(word, entry)));
        return policies;
    }

    private record Entry(Object value, String path) {}

    private Policy policy(String word, Entry entry) {
        var block = Block.of(entry.value(), entry.path(), mistakes, "a policy", POLICY);
        return new Policy(PolicyId.of(word), word, repeat(block), steps(block), branches(block));
    }

    private static int repeat(Block block) {
        return block.number("repeat", 0, MOST_ROUNDS, 0);
    }

    private List<Step> steps(Block block) {
        var list = block.list("steps", MOST_STEPS, STEPS_HINT);
        var steps = new ArrayList<Step>();
        for (int i = 0; i < list.size(); i++) {
            steps.add(step(list.get(i), block.at("steps") + "[" + i + "]"));
        }
        return steps;
    }

    /** Null when there are none: a policy that is described as it was is no change. */
    private @Nullable List<Branch> branches(Block block) {
        if (!block.has("when")) {
            return null;
        }
        var list = block.list("when", MOST_BRANCHES, WHEN_HINT);
        var branches = new ArrayList<Branch>();
        for (int i = 0; i < list.size(); i++) {
            branches.add(branch(list.get(i), block.at("when") + "[" + i + "]"));
        }
        return branches;
    }

    private Branch branch(@Nullable Object value, String path) {
        var block = Block.of(value, path, mistakes, "a case", BRANCH);
        if (!block.has("severity") && !block.has("hours")) {
            mistakes.add(path, "This case says nothing of when it holds. Write \"severity\" or \"hours\".");
        }
        var given = block.optionalText("timeZone", 60, "a time zone, such as Europe/London, or responder");
        var zone = given.filter(Branch.RESPONDER::equals).orElseGet(() -> reading.zone(given, block.at("timeZone")));
        return new Branch(
                severities(block), Watches.hours(block, "hours", mistakes), zone, repeat(block), steps(block));
    }

    private List<Severity> severities(Block block) {
        if (!block.has("severity")) {
            return List.of();
        }
        var given = block.needed("severity", SEVERITY_HINT).orElse(List.of());
        var severities = new LinkedHashSet<Severity>();
        for (var one : given instanceof List<?> list ? list : List.of(given)) {
            var found = one instanceof String word ? PersonReader.severity(word) : Optional.<Severity>empty();
            if (found.isEmpty()) {
                mistakes.add(block.at("severity"), "This is no severity. Write " + SEVERITY_HINT + ".");
            }
            found.ifPresent(severities::add);
        }
        return List.copyOf(severities);
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
        boolean asksInTurn = block.flag("roundRobin");
        boolean wantsEverybody = wantsEverybody(block);
        checkWho(block, asksInTurn, wantsEverybody);
        return new Step(
                List.copyOf(targets),
                pause(block),
                block.optionalText("level", ConfigReader.LONGEST_NAME, "what you call it, such as Senior engineer")
                        .orElse(null),
                each(block),
                asksInTurn ? true : null,
                wantsEverybody ? true : null);
    }

    private boolean wantsEverybody(Block block) {
        var hint = "all, when each of them must acknowledge; leave it out when one is enough";
        var given = block.optionalText("acknowledge", 20, hint).orElse(null);
        if (given != null && !given.equals(ALL)) {
            mistakes.add(block.at("acknowledge"), "This is not known here. Write " + hint + ".");
        }
        return given != null;
    }

    /** One is asked, or all of them: not both. */
    private void checkWho(Block block, boolean asksInTurn, boolean wantsEverybody) {
        if (asksInTurn && (wantsEverybody || block.has("each"))) {
            mistakes.add(
                    block.at("roundRobin"),
                    "With round robin one of them is asked, so \"" + (wantsEverybody ? "acknowledge" : "each")
                            + "\" has no meaning. Take one of the two out.");
        }
    }

    private @Nullable Duration each(Block block) {
        var hint = "how long after each other they are asked, such as 2m";
        return block.optionalText("each", 20, hint)
                .flatMap(text -> {
                    var each = Pause.read(text);
                    if (each.isEmpty()) {
                        mistakes.add(block.at("each"), "This is not a time. Write " + hint + ".");
                    }
                    return each;
                })
                .orElse(null);
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
        if (kind.equals(ROLE) && Words.isWord(word)) {
            // Whether anybody has it is asked of the whole organisation.
            return Optional.of(new Target(TargetKind.ROLE, Ids.of("role", word), word));
        }
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
        return Optional.of(new Target(kind(section), section.id(word), word));
    }

    private static String unknownKind(boolean isBare, String text, String kind, String word) {
        if (isBare && Words.isWord(text)) {
            return Suggestion.shown(text) + " does not say what it is. Write " + Suggestion.shown("person:" + text)
                    + ", " + Suggestion.shown("schedule:" + text) + " or " + Suggestion.shown("webhook:" + text) + ".";
        }
        var nearest = isBare ? null : Suggestion.nearest(kind, KIND_WORDS);
        var better = nearest == null ? "" : " Did you mean " + Suggestion.shown(nearest + ":" + word) + "?";
        return Suggestion.shown(text) + " cannot be told anything." + better
                + " Write \"person:\", \"schedule:\", \"team:\", \"role:\" or \"webhook:\" and a word.";
    }

    /** How a kind of target begins in the file. */
    static String word(TargetKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static TargetKind kind(Section section) {
        return KINDS.entrySet().stream()
                .filter(known -> known.getValue() == section)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
