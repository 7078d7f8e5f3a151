package org.larum.app.compat.alertmanager;

import java.util.List;
import org.larum.app.intake.Sender;
import reactor.core.publisher.Mono;

/** Knows which alerts of an integration are open. */
public interface OpenAlerts {

    /** In any order; fails like {@link org.larum.app.intake.Intake#accept} when the database is away. */
    Mono<List<OpenAlert>> of(Sender sender);
}
