package org.larum.app.eventstore;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.larum.domain.incident.IncidentExamples;
import org.larum.domain.shared.Monday;

/**
 * A log whose indexes are 0, 1, 2 and so on, without a database: a connection that knows just the two queries of who reads on.
 * All its events say the same.
 */
final class LogInMemory {

    private static final EventJson JSON = new EventJson();
    private static final GenericDomainEventMessage<?> EVENT =
            new GenericDomainEventMessage<>("Incident", new UUID(0, 1).toString(), 0, IncidentExamples.noted());

    private final AtomicInteger committed = new AtomicInteger();
    private final AtomicInteger readings = new AtomicInteger();
    private volatile Runnable duringReading = () -> {};
    private volatile boolean isAway;

    EventLog log() {
        return new EventLog(
                this::connection,
                NoTransactionManager.instance(),
                JSON,
                Upcasters.inOrder(),
                List.<RowsWithEvents>of());
    }

    void commit(int events) {
        committed.addAndGet(events);
    }

    /** How often events were asked for. */
    int readings() {
        return readings.get();
    }

    /** Runs when the rows of the next answers are chosen, but not yet handed out. */
    void duringReading(Runnable what) {
        duringReading = what;
    }

    void isAway(boolean away) {
        isAway = away;
    }

    private Connection connection() throws SQLException {
        if (isAway) {
            throw new SQLException("connection refused", "08001");
        }
        return proxy(
                Connection.class,
                (self, method, args) ->
                        method.getName().equals("prepareStatement") ? new Query((String) args[0]).statement() : null);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private final class Query {

        private final String sql;
        private long after;
        private int limit;

        Query(String sql) {
            this.sql = sql;
        }

        PreparedStatement statement() {
            return proxy(PreparedStatement.class, (self, method, args) -> {
                switch (method.getName()) {
                    case "setLong" -> after = (long) args[1];
                    case "setInt" -> limit = (int) args[1];
                    case "executeQuery" -> {
                        return answer();
                    }
                    default -> {}
                }
                return null;
            });
        }

        private ResultSet answer() {
            long newest = committed.get() - 1L;
            if (sql.contains("max(global_index)")) {
                return rows(newest, newest);
            }
            readings.incrementAndGet();
            duringReading.run();
            return rows(after + 1, Math.min(newest, after + limit));
        }
    }

    private static ResultSet rows(long first, long last) {
        var row = new long[] {first - 1};
        return proxy(ResultSet.class, (self, method, args) -> switch (method.getName()) {
            case "next" -> ++row[0] <= last;
            case "getLong" -> row[0];
            case "getString" -> text((int) args[0]);
            case "getTimestamp" -> Timestamp.from(Monday.NINE);
            case "getBytes" ->
                (int) args[0] == 9
                        ? EVENT.serializePayload(JSON, byte[].class).getData()
                        : EVENT.serializeMetaData(JSON, byte[].class).getData();
            default -> null;
        });
    }

    private static String text(int column) {
        var type = EVENT.serializePayload(JSON, byte[].class).getType();
        return switch (column) {
            case 4 -> EVENT.getType();
            case 5 -> type.getName();
            case 6 -> type.getRevision();
            case 8 -> EVENT.getIdentifier();
            default -> EVENT.getAggregateIdentifier();
        };
    }
}
