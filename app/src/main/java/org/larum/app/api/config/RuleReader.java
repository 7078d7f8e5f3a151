package org.larum.app.api.config;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.suppression.CelConditions;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Rule;
import org.larum.domain.directory.Rule.Repeat;
import org.larum.domain.directory.Rule.Span;
import org.larum.domain.directory.Rule.Window;
import org.larum.domain.directory.ServiceId;

/** Reads the rules about noise. A condition that nobody could answer later is refused here, with the place of the mistake. */
final class RuleReader {

    static final int ORDER = 100;
    private static final int MOST_ORDER = 1_000_000;
    private static final int MOST_TEXT = 500;
    private static final int MOST_NAMES = 20;
    private static final int MOST_SERVICES = 1000;
    private static final String CONDITION = "a condition, such as labels.region == \"eu\"";
    private static final String TIME = "how long, from 1s to 7d, such as 30s, 5m, 1h30m or 1d";
    private static final String REASON = "why, in a sentence for those who ask later";
    private static final String AN_INCIDENT = "the id of an incident, as it stands in the address of its page";
    private static final List<String> REPEATS = List.of("never", "daily", "weekly", "monthly");
    private static final List<String> FACTS =
            List.of("severity", "service", "team", "component", "criticality", "tier", "summary");

    private final Reading reading;
    private final Mistakes mistakes;

    RuleReader(Reading reading) {
        this.reading = reading;
        this.mistakes = reading.mistakes();
    }

    List<Rule> rules(Block file) {
        var rules = new ArrayList<Rule>();
        read(file, Section.MAINTENANCE, this::maintenance, rules);
        read(file, Section.SILENCES, this::silence, rules);
        read(file, Section.KNOWN_ISSUES, this::knownIssue, rules);
        read(file, Section.INHIBITIONS, this::inhibition, rules);
        read(file, Section.FLAPPING, this::flapping, rules);
        read(file, Section.THRESHOLDS, this::threshold, rules);
        read(file, Section.HOLDS, this::hold, rules);
        read(file, Section.CORRELATION, this::correlation, rules);
        return rules;
    }

    /** Reads an entry, given its word. */
    private interface One extends BiFunction<Entry, String, Rule> {}

    private record Entry(Object value, String path) {}

    private void read(Block file, Section section, One one, List<Rule> into) {
        reading.entries(file, section.path(), section, Entry::new)
                .forEach((word, entry) -> into.add(one.apply(entry, word)));
    }

    private Block block(Entry entry, String what, String... fields) {
        var names = new ArrayList<>(List.of(fields));
        names.add("order");
        return Block.of(entry.value(), entry.path(), mistakes, what, names);
    }

    private static int order(Block block) {
        return block.number("order", 0, MOST_ORDER, ORDER);
    }

    private Rule silence(Entry entry, String word) {
        var block = block(entry, "a silence", "when", "from", "until", "reason", "creator", "everything");
        var creator = block.optionalText("creator", 255, "the word of a person, who is reminded of it");
        creator.ifPresent(person -> reading.reference(Section.PEOPLE, person, block.at("creator")));
        return new Rule.Silence(
                Section.SILENCES.rule(word),
                word,
                order(block),
                notAll(block, "when", condition(block, "when")),
                span(block, true),
                block.text("reason", MOST_TEXT, REASON),
                creator.map(PersonId::of).orElse(null));
    }

    private Rule maintenance(Entry entry, String word) {
        var block = block(
                entry,
                "a maintenance window",
                "services",
                "when",
                "from",
                "until",
                "repeat",
                "timeZone",
                "reason",
                "everything");
        var services = services(block);
        var when = block.has("when") ? notAll(block, "when", condition(block, "when")) : null;
        if (services.isEmpty() && !block.has("when") && !block.has("services")) {
            mistakes.add(
                    block.at("services"),
                    "This is missing. Write the words of services, such as [payments-db], or a condition under"
                            + " \"when\".");
        }
        return new Rule.Maintenance(
                Section.MAINTENANCE.rule(word),
                word,
                order(block),
                services,
                when,
                window(block),
                block.text("reason", MOST_TEXT, REASON));
    }

    private List<ServiceId> services(Block block) {
        return words(block, "services", MOST_SERVICES, "words of services, such as [payments-db]").stream()
                .map(found -> {
                    reading.reference(Section.SERVICES, found.word(), found.path());
                    return ServiceId.of(found.word());
                })
                .toList();
    }

    private Rule knownIssue(Entry entry, String word) {
        var block =
                block(entry, "a known issue", "when", "from", "until", "reason", "ticket", "incident", "everything");
        return new Rule.KnownIssue(
                Section.KNOWN_ISSUES.rule(word),
                word,
                order(block),
                notAll(block, "when", condition(block, "when")),
                span(block, false),
                block.text("reason", MOST_TEXT, REASON),
                block.optionalText("ticket", MOST_TEXT, "the name or the address of a ticket")
                        .orElse(null),
                incident(block));
    }

    private @Nullable UUID incident(Block block) {
        var text = block.optionalText("incident", MOST_TEXT, AN_INCIDENT).orElse(null);
        if (text == null) {
            return null;
        }
        var id = Asking.uuid(text.strip());
        if (id == null) {
            mistakes.add(block.at("incident"), "\"" + text + "\" is no incident. Write " + AN_INCIDENT + ".");
        }
        return id;
    }

    private Rule inhibition(Entry entry, String word) {
        var block = block(entry, "an inhibition", "source", "target", "equal");
        var rule = new Rule.Inhibition(
                Section.INHIBITIONS.rule(word),
                word,
                order(block),
                condition(block, "source"),
                condition(block, "target"),
                facts(block, "equal"));
        if (!block.has("equal") && matchesEverything(rule.source()) && matchesEverything(rule.target())) {
            mistakes.add(
                    block.at("target"),
                    "Whatever is open first would mute every alert after it. Write a narrower source or target, or"
                            + " what must be \"equal\", such as [labels.host].");
        }
        return rule;
    }

    private Rule flapping(Entry entry, String word) {
        var block = block(entry, "a flapping rule", "when", "changes", "within");
        return new Rule.Flapping(
                Section.FLAPPING.rule(word),
                word,
                order(block),
                condition(block, "when"),
                block.number("changes", 1, 20, 3),
                time(block, "within"));
    }

    private Rule threshold(Entry entry, String word) {
        var block = block(entry, "a threshold", "when", "count", "within");
        return new Rule.Threshold(
                Section.THRESHOLDS.rule(word),
                word,
                order(block),
                condition(block, "when"),
                block.number("count", 2, 1_000_000, 2),
                time(block, "within"));
    }

    private Rule hold(Entry entry, String word) {
        var block = block(entry, "a hold", "when", "wait");
        return new Rule.Hold(
                Section.HOLDS.rule(word), word, order(block), condition(block, "when"), time(block, "wait"));
    }

    private Rule correlation(Entry entry, String word) {
        var block = block(entry, "a correlation rule", "when", "by", "window");
        return new Rule.Correlation(
                Section.CORRELATION.rule(word),
                word,
                order(block),
                condition(block, "when"),
                facts(block, "by"),
                block.has("window") ? time(block, "window") : Duration.ofMinutes(5));
    }

    private String condition(Block block, String name) {
        var text = block.text(name, CelConditions.LONGEST, CONDITION);
        if (!text.isEmpty()) {
            CelConditions.flaw(text).ifPresent(flaw -> mistakes.add(block.at(name), flaw));
        }
        return text;
    }

    /** Whoever mutes everything must have meant it. */
    private String notAll(Block block, String name, String condition) {
        boolean isMeant = block.flag("everything");
        if (!isMeant && matchesEverything(condition)) {
            mistakes.add(
                    block.at(name),
                    "This matches every alert there is: nobody would be told of anything. Write a narrower condition, or"
                            + " \"everything: true\" beside it when that is meant.");
        }
        return condition;
    }

    private static boolean matchesEverything(String condition) {
        return !condition.isEmpty() && CelConditions.matchesEverything(condition);
    }

    private List<String> facts(Block block, String name) {
        var hint = "names of facts, such as [service, labels.cluster]";
        var found = new LinkedHashSet<String>();
        for (var one : words(block, name, MOST_NAMES, hint)) {
            boolean isLabel = one.word().startsWith("labels.") && one.word().length() > "labels.".length();
            if (!isLabel && !FACTS.contains(one.word())) {
                mistakes.add(
                        one.path(),
                        Suggestion.shown(one.word()) + " is no fact of an alert."
                                + Suggestion.didYouMean(one.word(), FACTS)
                                + " Write labels. and the name of a label, or"
                                + " one of " + String.join(", ", FACTS) + ".");
            }
            found.add(one.word());
        }
        return List.copyOf(found);
    }

    private record Found(String word, String path) {}

    private List<Found> words(Block block, String name, int most, String hint) {
        var list = block.optionalList(name, most, hint);
        var found = new ArrayList<Found>();
        for (int i = 0; i < list.size(); i++) {
            var path = block.at(name) + "[" + i + "]";
            if (list.get(i) instanceof String word && !word.isBlank()) {
                found.add(new Found(word.strip(), path));
            } else {
                mistakes.add(path, "This must be text. Write " + hint + ".");
            }
        }
        return found;
    }

    private Duration time(Block block, String name) {
        return block.needed(name, TIME)
                .flatMap(value -> {
                    var time = value instanceof String text ? Pause.read(text) : Optional.<Duration>empty();
                    if (time.isEmpty()) {
                        mistakes.add(block.at(name), "This is not a length of time. Write " + TIME + ".");
                    }
                    return time;
                })
                .orElse(Duration.ofMinutes(1));
    }

    private Span span(Block block, boolean needsEnd) {
        var zone = ZoneId.of("UTC");
        var from = block.has("from") ? moment(block, "from", zone) : null;
        var until = needsEnd || block.has("until") ? moment(block, "until", zone) : null;
        inOrder(block, from, until);
        return new Span(from, until);
    }

    private Window window(Block block) {
        var zone = reading.zone(
                block.optionalText("timeZone", 60, "a time zone, such as Europe/London"), block.at("timeZone"));
        var from = moment(block, "from", ZoneId.of(zone));
        var until = moment(block, "until", ZoneId.of(zone));
        inOrder(block, from, until);
        var repeat = Repeat.valueOf(block.oneOf("repeat", REPEATS, "never").toUpperCase(Locale.ROOT));
        if (from != null && until != null && isNeverOver(Duration.between(from, until), repeat)) {
            mistakes.add(
                    block.at("repeat"),
                    "The next one begins before this one is over, so that nobody would ever be told again. Write an earlier"
                            + " \"until\", or leave \"repeat\" out.");
        }
        return new Window(from == null ? Instant.EPOCH : from, until == null ? Instant.EPOCH : until, repeat, zone);
    }

    private static boolean isNeverOver(Duration length, Repeat repeat) {
        return switch (repeat) {
            case NEVER -> false;
            case DAILY -> length.toDays() >= 1;
            case WEEKLY -> length.toDays() >= 7;
            case MONTHLY -> length.toDays() >= 28;
        };
    }

    private void inOrder(Block block, @Nullable Instant from, @Nullable Instant until) {
        if (from != null && until != null && !until.isAfter(from)) {
            mistakes.add(
                    block.at("until"),
                    "This ends before it begins. Write a time after \"from\", which is " + from + ".");
        }
    }

    private @Nullable Instant moment(Block block, String name, ZoneId zone) {
        return block.needed(name, Moment.HINT)
                .flatMap(value -> {
                    var moment = value instanceof String text ? Moment.read(text, zone) : Optional.<Instant>empty();
                    if (moment.isEmpty()) {
                        mistakes.add(block.at(name), "This is not a time. Write " + Moment.HINT + ".");
                    }
                    return moment;
                })
                .orElse(null);
    }
}
