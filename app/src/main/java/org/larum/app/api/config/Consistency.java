package org.larum.app.api.config;

import java.util.HashMap;
import java.util.List;
import org.larum.app.api.config.ConfigDiff.Difference;
import org.larum.domain.directory.Definition;
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
        mistakes.throwIfAny();
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
