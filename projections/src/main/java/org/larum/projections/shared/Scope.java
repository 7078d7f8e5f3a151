package org.larum.projections.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a reader may see: everything, or only what one integration sent. It reaches the SQL. */
public record Scope(@Nullable UUID integration) {

    public static final Scope EVERYTHING = new Scope(null);
}
