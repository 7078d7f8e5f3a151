package org.larum.app.api.config;

import java.util.List;
import org.larum.app.api.config.ConfigDiff.Difference;
import org.larum.domain.directory.Definition;

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
        mistakes.throwIfAny();
    }

    private static boolean isShared(Definition.Integration one, List<Definition.Integration> all) {
        return all.stream()
                .anyMatch(other -> other.key().equals(one.key()) && !other.id().equals(one.id()));
    }
}
