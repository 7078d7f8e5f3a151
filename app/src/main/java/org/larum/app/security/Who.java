package org.larum.app.security;

import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.shared.Actor;
import org.larum.projections.shared.Scope;

/** Whoever calls. {@code via}: the door that stands in timelines. */
public record Who(Kind kind, Actor actor, @Nullable PersonId person, Scope scope, String via) {

    public enum Kind {
        PERSON,
        ADMINISTRATOR,
        OPERATOR,
        SENDER
    }

    public boolean may(Permission permission) {
        return switch (permission) {
            case OPEN, READ -> true;
            case RESPOND -> kind != Kind.SENDER;
            case ADMINISTER -> kind == Kind.ADMINISTRATOR || kind == Kind.OPERATOR;
            case OPERATE -> kind == Kind.OPERATOR;
        };
    }
}
