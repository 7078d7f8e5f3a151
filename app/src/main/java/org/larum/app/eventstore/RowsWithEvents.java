package org.larum.app.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;

/**
 * Rows that must commit with their events: timers, delivery attempts. Written before the append takes its lock, in the same
 * transaction; a failure here undoes the events too.
 */
public interface RowsWithEvents {

    void write(Connection connection, List<? extends EventMessage<?>> events) throws SQLException;
}
