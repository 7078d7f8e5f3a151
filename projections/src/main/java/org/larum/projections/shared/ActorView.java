package org.larum.projections.shared;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Actor;

/** Who did it, as shown. */
public record ActorView(String kind, @Nullable String id, String name) {

    public static ActorView of(Actor actor, Names names) {
        var id = actor.id();
        var name = switch (actor.kind()) {
            case PERSON ->
                id == null ? "Somebody" : names.person(UUID.fromString(id)).name();
            case INTEGRATION ->
                id == null ? "A sender" : names.integration(UUID.fromString(id)).name();
            case TOKEN -> id == null ? "A token" : id;
            case SYSTEM -> "Larum";
        };
        return new ActorView(actor.kind().name().toLowerCase(Locale.ROOT), id, name);
    }

    public static @Nullable ActorView ofNullable(@Nullable Actor actor, Names names) {
        return actor == null ? null : of(actor, names);
    }
}
