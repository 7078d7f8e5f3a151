package org.larum.projections.shared;

import org.larum.domain.directory.Definition.Target;

/** What the targets of a step are called. */
public final class TargetNames {

    private TargetNames() {}

    /** Within a sentence. */
    public static String within(Target target, Names names) {
        var name = of(target, names);
        return switch (target.kind()) {
            case PERSON, WEBHOOK -> name;
            case SCHEDULE, TEAM, ROLE -> Character.toLowerCase(name.charAt(0)) + name.substring(1);
        };
    }

    /** At the beginning of a sentence. */
    public static String of(Target target, Names names) {
        return switch (target.kind()) {
            case PERSON -> names.person(target.id()).name();
            case WEBHOOK -> names.channel(target.id()).name();
            case SCHEDULE, TEAM, ROLE -> meant(target);
        };
    }

    /** Those whom a word means, whoever that is when it is asked. */
    public static String meant(Target target) {
        return switch (target.kind()) {
            case SCHEDULE -> "Whoever is on call by " + target.word();
            case TEAM -> "The team " + target.word();
            case ROLE -> "Everybody with the role " + target.word();
            case PERSON, WEBHOOK -> target.word();
        };
    }
}
