package org.larum.domain.shared;

import java.util.List;

/**
 * Reads one event, with what the organisation looked like at that event, and answers the commands that follow from it. Pure:
 * the same event and the same knowledge give the same commands, so a second reading does nothing new.
 *
 * @param <E> the event, or the sealed root, it hears
 * @param <K> what it must know beyond the event, as of that event
 */
public interface Reaction<E extends Event, K> {

    Class<E> hears();

    List<Command> on(E event, K known);
}
