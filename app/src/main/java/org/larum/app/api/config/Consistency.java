package org.larum.app.api.config;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.larum.app.api.config.ConfigDiff.Difference;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Definition.TargetKind;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Schedule;
import org.larum.domain.directory.ServiceGraph;
import org.larum.domain.directory.ServiceId;

/** Looks at the whole organisation as it would be afterwards. */
final class Consistency {

    private Consistency() {}

    /** What the file alone does not show: a key that another has, and what entries of no file still name. */
    static void check(List<Definition> after, List<Difference> differences) {
        var mistakes = new Mistakes();
        var integrations = after.stream()
                .filter(Definition.Integration.class::isInstance)
                .map(Definition.Integration.class::cast)
                .toList();
        for (var difference : differences) {
            var path = difference.change().path();
            switch (difference.change().kind()) {
                case ADDED, CHANGED -> {
                    if (difference.definition() instanceof Definition.Integration one && isShared(one, integrations)) {
                        mistakes.add(path + ".key", "Another integration has this key. Write a key of its own.");
                    }
                }
                case REMOVED -> {
                    var dependents = Dependents.of(difference.definition().id().value(), after);
                    if (!dependents.isEmpty()) {
                        mistakes.add(
                                path,
                                "This is to be removed, but " + String.join(", ", dependents)
                                        + " names it and is in no file. Change that first, or keep this.");
                    }
                }
                case ABSENT -> {}
            }
        }
        noCircle(after, mistakes);
        noDeadEnd(after, mistakes);
        mistakes.throwIfAny();
    }

    /** A step that nobody would hear is a mistake in the daytime, not a surprise at night. */
    private static void noDeadEnd(List<Definition> after, Mistakes mistakes) {
        var people = after.stream()
                .filter(Definition.Person.class::isInstance)
                .map(Definition.Person.class::cast)
                .toList();
        var empty = after.stream()
                .filter(one ->
                        one instanceof Definition.Team team && team.members().isEmpty())
                .map(one -> one.id().value())
                .collect(Collectors.toSet());
        for (var one : after) {
            if (one instanceof Definition.Policy policy) {
                var path = Section.path(policy);
                steps(policy, path).forEach((at, step) -> {
                    check(at, step, people, empty, mistakes);
                    reachesSomebody(at, step, after, people, mistakes);
                });
            }
        }
    }

    private static Map<String, Definition.Step> steps(Definition.Policy policy, String path) {
        var steps = new LinkedHashMap<String, Definition.Step>();
        for (int i = 0; i < policy.steps().size(); i++) {
            steps.put(path + ".steps[" + i + "]", policy.steps().get(i));
        }
        for (int i = 0; i < policy.branches().size(); i++) {
            var branch = policy.branches().get(i).steps();
            for (int j = 0; j < branch.size(); j++) {
                steps.put(path + ".when[" + i + "].steps[" + j + "]", branch.get(j));
            }
        }
        return steps;
    }

    private static void check(
            String path, Definition.Step step, List<Definition.Person> people, Set<UUID> empty, Mistakes mistakes) {
        for (var target : step.targets()) {
            if (target.kind() == TargetKind.ROLE && people.stream().noneMatch(person -> person.has(target.word()))) {
                mistakes.add(
                        path + ".notify",
                        "Nobody has the role " + Suggestion.shown(target.word()) + ". Write it under \"roles\" of"
                                + " somebody, or name somebody else.");
            }
        }
        if (step.targets().stream().allMatch(target -> empty.contains(target.id()))) {
            mistakes.add(
                    path + ".notify",
                    "This step would reach nobody: the team has no members. Give it some, or name somebody else.");
        }
    }

    /** Those whom it means may change with the hour; that none of them could ever be told does not. */
    private static void reachesSomebody(
            String path,
            Definition.Step step,
            List<Definition> after,
            List<Definition.Person> people,
            Mistakes mistakes) {
        if (step.targets().stream().anyMatch(target -> target.kind() == TargetKind.WEBHOOK)) {
            // A machine hears of it, and may know whom to wake.
            return;
        }
        var meant = step.targets().stream()
                .flatMap(target -> meant(target, after, people))
                .collect(Collectors.toSet());
        var known =
                people.stream().filter(person -> meant.contains(person.id())).toList();
        if (!known.isEmpty() && known.stream().noneMatch(Consistency::hasAddress)) {
            mistakes.add(
                    path + ".notify",
                    "This step would reach nobody: "
                            + known.stream().map(Definition.Person::word).collect(Collectors.joining(", "))
                            + (known.size() == 1 ? " has" : " have")
                            + " neither an e-mail address nor a telephone number. Write one, or name somebody else.");
        }
    }

    private static boolean hasAddress(Definition.Person person) {
        return person.email() != null || person.phone() != null;
    }

    private static Stream<PersonId> meant(
            Definition.Target target, List<Definition> after, List<Definition.Person> people) {
        return switch (target.kind()) {
            case WEBHOOK -> Stream.empty();
            case PERSON -> Stream.of(new PersonId(target.id()));
            case ROLE ->
                people.stream().filter(person -> person.has(target.word())).map(Definition.Person::id);
            case TEAM, SCHEDULE ->
                after.stream()
                        .filter(one -> one.id().value().equals(target.id()))
                        .flatMap(one -> switch (one) {
                            case Definition.Team team -> team.members().stream();
                            case Schedule schedule ->
                                schedule.layers().stream()
                                        .flatMap(layer -> layer.turns().stream())
                                        .flatMap(turn -> turn.people().stream());
                            default -> Stream.<PersonId>empty();
                        });
        };
    }

    /** In a circle nothing could be told to be the cause of anything. */
    private static void noCircle(List<Definition> after, Mistakes mistakes) {
        var words = new HashMap<ServiceId, String>();
        var needs = new HashMap<ServiceId, List<ServiceId>>();
        for (var one : after) {
            if (one instanceof Definition.Service service) {
                words.put(service.id(), service.word());
                needs.put(service.id(), service.needs());
            }
        }
        var circle = new ServiceGraph(needs).cycle();
        if (!circle.isEmpty()) {
            var names = circle.stream().map(words::get).toList();
            mistakes.add(
                    "services." + names.getFirst() + ".dependsOn",
                    "These services need each other in a circle: " + String.join(" needs ", names) + " needs "
                            + names.getFirst() + ". Take one of these dependencies out.");
        }
    }

    private static boolean isShared(Definition.Integration one, List<Definition.Integration> all) {
        return all.stream()
                .anyMatch(other -> other.key().equals(one.key()) && !other.id().equals(one.id()));
    }
}
