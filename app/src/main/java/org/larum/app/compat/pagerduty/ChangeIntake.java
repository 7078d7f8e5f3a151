package org.larum.app.compat.pagerduty;

import org.larum.app.intake.RawRequest;
import org.larum.app.intake.Sender;
import reactor.core.publisher.Mono;

/** Where changes go. */
public interface ChangeIntake {

    /**
     * Completes only after the commit; fails like {@link org.larum.app.intake.Intake#accept} when the database is
     * away.
     */
    Mono<Void> record(Sender sender, RawRequest raw, Change change);
}
