package org.larum.projections.shared;

import java.util.List;
import org.larum.domain.shared.Event;

/**
 * Writes one room's tables. Reading an event a second time changes nothing; the same events give the same rows, so a room can be
 * dropped and rebuilt alone.
 */
public interface Projector {

    /** The room, as in {@code rebuild timeline}; its processor is {@code projection-<room>}. */
    String room();

    /** The tables it owns, without a schema. */
    List<String> tables();

    /** @param index the event's place in the log */
    void on(Event event, long index);
}
