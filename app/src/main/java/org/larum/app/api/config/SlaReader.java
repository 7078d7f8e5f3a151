package org.larum.app.api.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Calendar;
import org.larum.domain.directory.Definition.SlaRule;
import org.larum.domain.directory.Definition.SlaRule.Special;
import org.larum.domain.directory.Promise;
import org.larum.domain.directory.Promise.Goal;
import org.larum.domain.directory.Schedule.Hours;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.shared.Severity;

/** Reads how soon incidents are to be answered and resolved, and in whose hours. */
final class SlaReader {

    static final String NONE = "none";
    static final String SNOOZED = "snoozed";
    static final String SILENCED = "silenced";

    private static final Duration SOONEST = Duration.ofMinutes(1);
    private static final Duration LATEST = Duration.ofDays(90);
    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final Duration FEWEST = Duration.ofHours(1);

    private static final List<String> RULE = List.of("severities", "calendar", "pause", "services", "calendars");
    private static final List<String> SERVICE = List.of("severities", "calendar", "pause");
    private static final List<String> SEVERITIES = List.of("critical", "high", "medium", "low");
    private static final List<String> GOAL = List.of("answer", "resolve");
    private static final List<String> CALENDAR = List.of("timeZone", "hours", "holidays");
    private static final List<String> PAUSES = List.of(SNOOZED, SILENCED);

    private static final String RULE_HINT =
            "what is promised, such as {severities: {critical: {answer: 5m, resolve: 2h}}}";
    private static final String TIME_HINT = "a time from 1m to 90d, such as 15m, or none when nothing is promised";
    private static final String PAUSE_HINT = "when the time stands still, such as [snoozed, silenced]";
    private static final String CALENDARS_HINT =
            "calendars by their words, such as {office: {timeZone: Europe/London, hours: [\"Mon-Fri 09:00-17:00\"]}}";
    private static final String SERVICES_HINT =
            "services by their words, such as {checkout: {severities: {critical: {answer: 2m}}}}";
    private static final String SEVERITIES_HINT = "times by severity, such as {critical: {answer: 5m, resolve: 2h}}";

    private final Reading reading;
    private final Mistakes mistakes;

    SlaReader(Reading reading) {
        this.reading = reading;
        this.mistakes = reading.mistakes();
    }

    /** Empty when the file does not speak of it. */
    Optional<SlaRule> rule(Block file) {
        return file.given(Section.SLA.path(), RULE_HINT).map(value -> rule(value, file.at(Section.SLA.path())));
    }

    private SlaRule rule(Object value, String path) {
        var block = Block.of(value, path, mistakes, "what is promised", RULE);
        var calendars = calendars(block);
        var usual = promise(block, Promise.USUAL, calendars);
        var services = new ArrayList<Special>();
        entries(block, "services", SERVICES_HINT).forEach((word, entry) -> {
            var place = block.at("services") + "." + word;
            reading.reference(Section.SERVICES, word, place);
            var special = Block.of(entry, place, mistakes, "what is promised of a service", SERVICE);
            services.add(new Special(ServiceId.of(word), promise(special, usual, calendars)));
        });
        return new SlaRule(
                SlaRule.USUAL.id(), Section.SLA_WORD, usual, List.copyOf(services), List.copyOf(calendars.values()));
    }

    // ------------------------------------------------------------ how soon

    /** What is not said is as {@code otherwise}. */
    private Promise promise(Block block, Promise otherwise, Map<String, Calendar> calendars) {
        boolean isSaid = block.has("pause");
        var pauses = pauses(block);
        return new Promise(
                goals(block, otherwise),
                calendar(block, otherwise.calendar(), calendars),
                isSaid ? pauses.contains(SNOOZED) : otherwise.snoozed(),
                isSaid ? pauses.contains(SILENCED) : otherwise.silenced());
    }

    private List<Goal> goals(Block block, Promise otherwise) {
        var given = block.given("severities", SEVERITIES_HINT);
        var severities =
                Block.of(given.orElse(Map.of()), block.at("severities"), mistakes, "times by severity", SEVERITIES);
        var goals = new ArrayList<Goal>();
        for (var word : SEVERITIES) {
            var severity = Severity.valueOf(word.toUpperCase(Locale.ROOT));
            var usual = otherwise.goal(severity).orElse(new Goal(severity, null, null));
            var goal = Block.of(
                    severities.given(word, SEVERITIES_HINT).orElse(Map.of()),
                    severities.at(word),
                    mistakes,
                    "what is promised",
                    GOAL);
            goals.add(new Goal(severity, time(goal, "answer", usual.answer()), time(goal, "resolve", usual.resolve())));
        }
        return List.copyOf(goals);
    }

    private @Nullable Duration time(Block block, String name, @Nullable Duration otherwise) {
        var given = block.optionalText(name, 20, TIME_HINT).orElse(null);
        if (given == null) {
            return otherwise;
        }
        if (given.equals(NONE)) {
            return null;
        }
        var time = Pause.read(given, LATEST).filter(one -> one.compareTo(SOONEST) >= 0);
        if (time.isEmpty()) {
            mistakes.add(block.at(name), "This is not a time that can be promised. Write " + TIME_HINT + ".");
        }
        return time.orElse(otherwise);
    }

    private Set<String> pauses(Block block) {
        var found = new LinkedHashSet<String>();
        var list = block.optionalList("pause", PAUSES.size(), PAUSE_HINT);
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof String word && PAUSES.contains(word)) {
                found.add(word);
            } else {
                mistakes.add(block.at("pause") + "[" + i + "]", "This is not known here. Write " + PAUSE_HINT + ".");
            }
        }
        return found;
    }

    // ------------------------------------------------------------ in whose hours

    private Calendar calendar(Block block, Calendar otherwise, Map<String, Calendar> calendars) {
        var word = block.optionalText("calendar", 100, "the word of a calendar, or always")
                .orElse(null);
        if (word == null) {
            return otherwise;
        }
        var known = word.equals(Calendar.ALWAYS.word()) ? Calendar.ALWAYS : calendars.get(word);
        if (known == null) {
            mistakes.add(
                    block.at("calendar"),
                    "There is no calendar " + Suggestion.shown(word) + "."
                            + Suggestion.didYouMean(word, calendars.keySet())
                            + " Describe it under \"sla.calendars\", or write always for day and night.");
            return otherwise;
        }
        return known;
    }

    private Map<String, Calendar> calendars(Block block) {
        var calendars = new LinkedHashMap<String, Calendar>();
        entries(block, "calendars", CALENDARS_HINT).forEach((word, value) -> {
            var place = block.at("calendars") + "." + word;
            if (word.equals(Calendar.ALWAYS.word())) {
                mistakes.add(place, "This word is day and night already. Write another one.");
            }
            calendars.put(word, calendar(word, Block.of(value, place, mistakes, "a calendar", CALENDAR)));
        });
        return calendars;
    }

    private Calendar calendar(String word, Block block) {
        var zone = reading.zone(
                block.optionalText("timeZone", 60, "a time zone, such as Europe/London"), block.at("timeZone"));
        int before = mistakes.count();
        var hours = Watches.hours(block, "hours", mistakes);
        if (mistakes.count() == before && open(hours).compareTo(FEWEST) < 0) {
            mistakes.add(
                    block.at("hours"),
                    "In less than an hour of a week no promise could be kept or broken. Write " + Watches.ONLY
                            + ", or take the calendar out: then it is day and night.");
        }
        return new Calendar(
                word,
                zone,
                hours.isEmpty() ? Calendar.ALWAYS.hours() : hours,
                ScheduleReader.holidays(block, mistakes));
    }

    private static Duration open(List<Hours> hours) {
        return hours.stream().map(SlaReader::length).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration length(Hours part) {
        var days = Duration.ofDays(part.untilDay().getValue() - part.fromDay().getValue());
        var length = days.plus(Duration.between(part.from(), part.until()));
        return length.isPositive() ? length : length.plus(A_WEEK);
    }

    private Map<String, Object> entries(Block block, String name, String hint) {
        var entries = new LinkedHashMap<String, Object>();
        var given = block.given(name, hint);
        if (given.isPresent() && !(given.get() instanceof Map)) {
            mistakes.add(block.at(name), "This must be a block. Write " + hint + ".");
        }
        if (given.orElse(Map.of()) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (key instanceof String word && Words.isWord(word)) {
                    entries.put(word, value == null ? Map.of() : value);
                } else if (key instanceof String word) {
                    mistakes.add(block.at(name) + "." + Words.printable(word), Words.flaw(word));
                } else {
                    mistakes.add(
                            block.at(name) + "." + Block.printable(key),
                            "Put this word in quotes: YAML does not read it as text.");
                }
            });
        }
        return entries;
    }
}
