package org.larum.domain.shared;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did it. The id is a person's or an integration's id, or a token's name; Larum itself has none. */
public record Actor(Kind kind, @Nullable String id) {

    public enum Kind {
        PERSON,
        INTEGRATION,
        TOKEN,
        SYSTEM
    }

    public static final Actor LARUM = new Actor(Kind.SYSTEM, null);

    public static Actor person(Identifier person) {
        return new Actor(Kind.PERSON, person.toString());
    }

    /** The id of the person; empty when it was none. */
    public Optional<UUID> asPerson() {
        return kind == Kind.PERSON && id != null ? Optional.of(UUID.fromString(id)) : Optional.empty();
    }

    public static Actor integration(Identifier integration) {
        return new Actor(Kind.INTEGRATION, integration.toString());
    }

    public static Actor token(String name) {
        return new Actor(Kind.TOKEN, name);
    }
}
