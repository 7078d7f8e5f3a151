package org.larum.app.processing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.larum.app.eventstore.LogStore;
import org.larum.domain.shared.Event;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the other nodes that the log has grown, and listens for them. Many commits ring once in ten milliseconds, on a connection
 * of its own: inside the append's transaction a NOTIFY would slow every commit down. Polling is the net under it.
 */
public final class NodeBell {

    private static final Logger LOG = LoggerFactory.getLogger(NodeBell.class);
    private static final int LISTEN_MILLIS = 200;
    private static final long COALESCE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final DataSource dataSource;
    private final LogStore store;
    private final Runnable[] woken;
    private final AtomicBoolean isRung = new AtomicBoolean();
    private volatile boolean isRunning = true;

    /** Of the connection that rings; 0 while there is none. */
    private volatile int own;

    private @Nullable Thread ringer;
    private @Nullable Thread listener;

    /** @param woken who else wants to know that another node has committed */
    public NodeBell(DataSource dataSource, LogStore store, Runnable... woken) {
        this.dataSource = dataSource;
        this.store = store;
        this.woken = woken;
        store.onCommit(Event.class, this::ring);
    }

    public void start() {
        ringer = Thread.ofPlatform().name("bell-out").daemon().start(this::ringing);
        listener = Thread.ofPlatform().name("bell-in").daemon().start(this::listening);
    }

    public void stop() {
        isRunning = false;
        for (var thread : new @Nullable Thread[] {ringer, listener}) {
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    private void ring() {
        if (isRung.compareAndSet(false, true) && ringer != null) {
            LockSupport.unpark(ringer);
        }
    }

    private void ringing() {
        while (isRunning) {
            try (var connection = dataSource.getConnection();
                    var statement = connection.prepareStatement("select pg_notify('larum', '')")) {
                own = connection.unwrap(PGConnection.class).getBackendPID();
                while (isRunning) {
                    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
                    if (isRung.get()) {
                        LockSupport.parkNanos(COALESCE_NANOS);
                        isRung.set(false);
                        statement.execute();
                    }
                }
            } catch (SQLException e) {
                later(e);
            }
        }
    }

    private void listening() {
        while (isRunning) {
            try (var connection = dataSource.getConnection()) {
                listen(connection);
            } catch (SQLException e) {
                later(e);
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen larum");
        }
        var bell = connection.unwrap(PGConnection.class);
        while (isRunning) {
            var heard = bell.getNotifications(LISTEN_MILLIS);
            if (heard != null && heard.length > 0 && Arrays.stream(heard).allMatch(one -> one.getPID() == own)) {
                // This node knows of its own commits.
                continue;
            }
            // Woken as well when nobody rang: a bell that was missed costs no more than this.
            store.wake();
            for (var other : woken) {
                other.run();
            }
        }
    }

    private void later(SQLException e) {
        if (isRunning) {
            LOG.debug("the bell between nodes is silent: {}", e.getMessage());
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
    }
}
