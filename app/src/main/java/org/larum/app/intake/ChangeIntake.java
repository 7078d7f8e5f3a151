package org.larum.app.intake;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where changes go. */
public interface ChangeIntake {

    /**
     * What its sender says besides. {@code service}: the word of what was changed, otherwise it is the integration's own.
     * {@code ref}: what the sender calls it; sent again under the same name it is recorded once.
     */
    record Told(@Nullable String service, @Nullable String ref) {

        public static final Told NOTHING = new Told(null, null);
    }

    /** Completes only after the commit; fails like {@link Intake#accept} when the database is away. */
    Mono<Void> record(Sender sender, RawRequest raw, Change change, Told told);
}
