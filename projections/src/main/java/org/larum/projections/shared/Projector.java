package org.larum.projections.shared;

import java.util.List;
import org.larum.domain.shared.Event;

/**
 * Writes one room's tables. Reading an event a second time changes nothing; the same events give the same rows, however they are
 * cut into pages, so a room can be dropped and rebuilt alone.
 */
public interface Projector {

    /** The room, as in {@code rebuild timeline}; its processor is {@code projection-<room>}. */
    String room();

    /** The tables it owns, without a schema. */
    List<String> tables();

    /** The roots and types of the events it reads; it is given no others on purpose, but passes over those it is given. */
    List<Class<? extends Event>> hears();

    /** The next events in the order of the log: written together, in few statements. */
    void on(List<Logged> page);
}
