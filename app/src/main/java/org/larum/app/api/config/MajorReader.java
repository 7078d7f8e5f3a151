package org.larum.app.api.config;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Definition.Executives;
import org.larum.domain.directory.Definition.MajorRule;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.TeamId;
import org.larum.domain.shared.Severity;

/** Reads what the house calls a major incident, and what happens then. */
final class MajorReader {

    private static final String NEVER = "never";
    private static final String PERSON = "person:";
    private static final String TEAM = "team:";
    private static final int MOST_EXECUTIVES = 50;
    private static final int LONGEST_ADDRESS = 1000;
    private static final Duration SOONEST = Duration.ofMinutes(5);
    private static final Duration LATEST = Duration.ofHours(24);

    private static final List<String> FIELDS =
            List.of("severity", "services", "executives", "updates", "warRoom", "statusPage");
    private static final List<String> SEVERITIES = List.of("critical", "high", "medium", "low", NEVER);
    private static final List<String> NOTICES = List.of("draft", "none");
    private static final String RULE_HINT = "the rule, such as {severity: critical, services: 3, updates: 30m}";
    private static final String EXECUTIVES_HINT = "who is told, such as [\"person:ada\", \"team:board\"]";
    private static final String UPDATES_HINT = "how often stakeholders hear of it, from 5m to 24h, such as 30m";
    private static final String ROOM_HINT =
            "a web address, such as https://meet.example.com/inc-{number}, where {number} becomes that of the incident";

    private final Reading reading;
    private final Mistakes mistakes;

    MajorReader(Reading reading) {
        this.reading = reading;
        this.mistakes = reading.mistakes();
    }

    /** Empty when the file does not speak of it. */
    Optional<MajorRule> rule(Block file) {
        return file.given(Section.MAJOR.path(), RULE_HINT).map(value -> rule(value, file.at(Section.MAJOR.path())));
    }

    private MajorRule rule(Object value, String path) {
        var usual = MajorRule.USUAL;
        var block = Block.of(value, path, mistakes, Section.MAJOR.noun(), FIELDS);
        var severity = block.oneOf("severity", SEVERITIES, "critical");
        return new MajorRule(
                usual.id(),
                Section.MAJOR_WORD,
                severity.equals(NEVER) ? null : Severity.valueOf(severity.toUpperCase(Locale.ROOT)),
                block.number("services", 1, 1000, usual.services()),
                executives(block),
                updates(block, usual.updates()),
                warRoom(block),
                block.oneOf("statusPage", NOTICES, "draft").equals("draft"));
    }

    private Executives executives(Block block) {
        var list = block.optionalList("executives", MOST_EXECUTIVES, EXECUTIVES_HINT);
        var people = new LinkedHashSet<PersonId>();
        var teams = new LinkedHashSet<TeamId>();
        for (int i = 0; i < list.size(); i++) {
            executive(list.get(i), block.at("executives") + "[" + i + "]", people, teams);
        }
        return new Executives(List.copyOf(people), List.copyOf(teams));
    }

    private void executive(@Nullable Object value, String path, Set<PersonId> people, Set<TeamId> teams) {
        boolean isNew = true;
        if (value instanceof String text && text.startsWith(PERSON)) {
            var word = text.substring(PERSON.length());
            reading.reference(Section.PEOPLE, word, path);
            isNew = people.add(PersonId.of(word));
        } else if (value instanceof String text && text.startsWith(TEAM)) {
            var word = text.substring(TEAM.length());
            reading.reference(Section.TEAMS, word, path);
            isNew = teams.add(TeamId.of(word));
        } else {
            mistakes.add(path, "This must name a person or a team. Write " + EXECUTIVES_HINT + ".");
        }
        if (!isNew) {
            mistakes.add(path, "This one is in the list already. Take one of the two out.");
        }
    }

    private Duration updates(Block block, Duration otherwise) {
        return block.given("updates", UPDATES_HINT)
                .map(value -> {
                    var pause = value instanceof String text ? Pause.read(text) : Optional.<Duration>empty();
                    if (pause.isEmpty()
                            || pause.get().compareTo(SOONEST) < 0
                            || pause.get().compareTo(LATEST) > 0) {
                        mistakes.add(
                                block.at("updates"), "This is not a time between updates. Write " + UPDATES_HINT + ".");
                        return otherwise;
                    }
                    return pause.get();
                })
                .orElse(otherwise);
    }

    private @Nullable String warRoom(Block block) {
        var address = block.optionalText("warRoom", LONGEST_ADDRESS, ROOM_HINT);
        address.ifPresent(text -> reading.web(text.replace("{number}", "1"), block.at("warRoom")));
        return address.orElse(null);
    }
}
