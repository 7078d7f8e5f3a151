package org.larum.app.api.schedule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.WordCursor;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.rulebook.RuleBook.Version;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.directory.Definition.Policy;
import org.larum.domain.directory.Definition.Step;
import org.larum.domain.directory.Definition.Target;
import org.larum.domain.directory.Definition.Team;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Schedule;
import org.larum.domain.directory.TeamId;
import org.larum.domain.shared.ChannelKind;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page;
import org.larum.projections.shared.Page.Asked;

/** Finds, in the daytime, who could not be woken at night: people on the path of a policy without a way that works. */
public final class ReadinessDesk {

    private final RuleBook rules;
    private final Names names;

    public ReadinessDesk(RuleBook rules, Names names) {
        this.rules = rules;
        this.names = names;
    }

    /** By word; who can be reached has no line. */
    Page<ReadinessView> unready(Asked asked) {
        var directory = rules.now();
        var after = WordCursor.read(asked.after());
        var found = new ArrayList<ReadinessView>();
        for (var path : paths(directory).tailMap(after, false).entrySet()) {
            var person = directory.person(PersonId.of(path.getKey()));
            var because =
                    person.map(one -> because(one, directory.ways(one.id()))).orElse(null);
            if (because != null && found.size() <= asked.limit()) {
                found.add(new ReadinessView(
                        path.getKey(),
                        names.person(person.orElseThrow().id().value()),
                        because,
                        List.copyOf(path.getValue())));
            }
        }
        boolean hasMore = found.size() > asked.limit();
        var items = hasMore ? found.subList(0, asked.limit()) : found;
        return new Page<>(items, hasMore ? WordCursor.write(items.getLast().word()) : null);
    }

    /** What is missing, as a sentence; null for somebody who can be reached. */
    public static @Nullable String because(Person person, Set<ChannelKind> ways) {
        boolean hasMail =
                person.email() != null && (ways.contains(ChannelKind.EMAIL) || ways.contains(ChannelKind.SLACK));
        boolean hasPhone =
                person.phone() != null && (ways.contains(ChannelKind.SMS) || ways.contains(ChannelKind.CALL));
        if (hasMail || hasPhone || ways.contains(ChannelKind.PUSH)) {
            return null;
        }
        if (person.email() != null) {
            return "There is an e-mail address, and no mail server is set up. Describe it under channels: email.";
        }
        return person.phone() == null
                ? "There is no e-mail address and no telephone number. Write one under people: " + person.word() + "."
                : "There is a telephone number, and no way to call it is set up. Write an e-mail address under people: "
                        + person.word() + ".";
    }

    /** The words of those whom policies may ask, and the places that do. */
    private NavigableMap<String, Set<String>> paths(Directory directory) {
        var paths = new TreeMap<String, Set<String>>();
        all(Policy.class)
                .forEach(policy -> steps(policy)
                        .forEach((place, step) -> step.targets()
                                .forEach(target -> people(target, directory)
                                        .forEach(person -> paths.computeIfAbsent(
                                                        person.word(), none -> new LinkedHashSet<>())
                                                .add(place)))));
        return paths;
    }

    private static Map<String, Step> steps(Policy policy) {
        var steps = new LinkedHashMap<String, Step>();
        for (int i = 0; i < policy.steps().size(); i++) {
            steps.put(policy.word() + ", step " + (i + 1), policy.steps().get(i));
        }
        for (int i = 0; i < policy.branches().size(); i++) {
            var branch = policy.branches().get(i).steps();
            for (int j = 0; j < branch.size(); j++) {
                steps.put(policy.word() + ", case " + (i + 1) + ", step " + (j + 1), branch.get(j));
            }
        }
        return steps;
    }

    /** Everybody whom a target may ever mean: of a schedule all who take turns. */
    private Stream<Person> people(Target target, Directory directory) {
        return switch (target.kind()) {
            case WEBHOOK -> Stream.empty();
            case PERSON -> directory.person(new PersonId(target.id())).stream();
            case TEAM ->
                directory.team(new TeamId(target.id())).map(Team::members).stream()
                        .flatMap(List::stream)
                        .flatMap(id -> directory.person(id).stream());
            case ROLE -> directory.having(target.word()).stream();
            case SCHEDULE ->
                all(Schedule.class)
                        .filter(schedule -> schedule.id().value().equals(target.id()))
                        .flatMap(schedule -> schedule.layers().stream())
                        .flatMap(layer -> layer.turns().stream())
                        .flatMap(turn -> turn.people().stream())
                        .flatMap(id -> directory.person(id).stream());
        };
    }

    private <T extends Definition> Stream<T> all(Class<T> type) {
        return rules.inUse().map(Version::definition).filter(type::isInstance).map(type::cast);
    }
}
