package org.larum.app.intake;

import java.util.List;
import reactor.core.publisher.Mono;

/** The one seam between HTTP and the commands of alerts. */
public interface Intake {

    /**
     * Answers only after the commit, one outcome for each detection in its order. Fails with {@link
     * org.springframework.dao.DataAccessResourceFailureException} within a second when the database is away, and at once with
     * {@link Overloaded} when there is no room for it.
     */
    Mono<List<Became>> accept(Sender sender, RawRequest raw, List<Detection> detections);
}
