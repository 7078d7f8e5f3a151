package org.larum.app.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * The event log on plain PostgreSQL. Index order is commit order: the append takes an advisory lock before it draws indexes, so
 * nothing ever becomes visible behind a reader, and a token is one number without gaps.
 */
public final class EventLog implements EventStorageEngine, Log {

    private static final String DUPLICATE_KEY = "23505";

    /** The lock is in the statement itself, before nextval: taking it a round trip earlier would hold it longer. */
    private static final String APPEND = """
            with one_writer as materialized (select pg_advisory_xact_lock(42))
            insert into event (aggregate_id, sequence, aggregate, name, revision, recorded_at, event_id, payload, metadata)
            select u.* from one_writer, unnest(?::uuid[], ?::int[], ?::text[], ?::text[], ?::smallint[],
              ?::timestamptz[], ?::uuid[], ?::bytea[], ?::bytea[]) u""";

    private static final String SELECT = """
            select global_index, aggregate_id, sequence, aggregate, name, revision, recorded_at, event_id, payload, metadata
            from event\s""";

    /**
     * The streams of many aggregates, each after the sequence that the reader already has. Lateral, so that each is looked up in
     * the index whatever the planner thinks of the table's size: a plan that was made while the log was short, and kept, read all
     * of it for every batch (docs/measurements.md).
     */
    private static final String SELECT_AFTER = """
            select e.* from unnest(?::uuid[], ?::int[]) wanted (id, sequence)
            cross join lateral (
              select global_index, aggregate_id, sequence, aggregate, name, revision, recorded_at, event_id, payload, metadata
              from event where aggregate_id = wanted.id and event.sequence > wanted.sequence order by event.sequence) e""";

    private static final SQLExceptionTranslator TRANSLATOR = new SQLStateSQLExceptionTranslator();

    private static final String FETCHED = "larum.fetched";

    private final ConnectionProvider connections;
    private final TransactionManager transactions;
    private final Serializer serializer;
    private final EventUpcaster upcasters;
    private final List<RowsWithEvents> rows;
    private final StreamCache cache = new StreamCache();

    EventLog(
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer serializer,
            EventUpcaster upcasters,
            List<RowsWithEvents> rows) {
        this.connections = connections;
        this.transactions = transactions;
        this.serializer = serializer;
        this.upcasters = upcasters;
        this.rows = rows;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        transactions.executeInTransaction(() -> with(connection -> {
            for (var table : rows) {
                table.write(connection, events);
            }
            try (var statement = connection.prepareStatement(APPEND)) {
                bind(connection, statement, events);
                return statement.executeUpdate();
            } catch (SQLException e) {
                if (DUPLICATE_KEY.equals(e.getSQLState())) {
                    throw new ConcurrencyException("somebody wrote to the same stream first", e);
                }
                throw e;
            }
        }));
    }

    private void bind(Connection connection, PreparedStatement statement, List<? extends EventMessage<?>> events)
            throws SQLException {
        int n = events.size();
        var aggregate = new String[n];
        var sequence = new Integer[n];
        var type = new String[n];
        var name = new String[n];
        var revision = new Short[n];
        var recorded = new String[n];
        var id = new String[n];
        var payload = new byte[n][];
        var metadata = new byte[n][];
        for (int i = 0; i < n; i++) {
            var event = (DomainEventMessage<?>) events.get(i);
            var body = event.serializePayload(serializer, byte[].class);
            aggregate[i] = event.getAggregateIdentifier();
            sequence[i] = (int) event.getSequenceNumber();
            type[i] = event.getType();
            name[i] = body.getType().getName();
            revision[i] = Short.valueOf(body.getType().getRevision());
            recorded[i] = event.getTimestamp().toString();
            id[i] = event.getIdentifier();
            payload[i] = body.getData();
            metadata[i] = event.serializeMetaData(serializer, byte[].class).getData();
        }
        String[] types = {"text", "int4", "text", "text", "int2", "text", "text", "bytea", "bytea"};
        Object[][] columns = {aggregate, sequence, type, name, revision, recorded, id, payload, metadata};
        for (int i = 0; i < columns.length; i++) {
            statement.setArray(i + 1, connection.createArrayOf(types[i], columns[i]));
        }
    }

    @Override
    public DomainEventStream readEvents(String aggregate, long from) {
        var fetched = fetchedHere().get(aggregate);
        var events = fetched != null ? fetched : fetch(List.of(aggregate)).get(aggregate);
        return DomainEventStream.of(since(from, Objects.requireNonNull(events)));
    }

    /** A stream begins with sequence 0 and has no gap, unless it was read from somewhere within. */
    private static List<? extends DomainEventMessage<?>> since(long from, List<DomainEventMessage<?>> events) {
        if (events.isEmpty()) {
            return events;
        }
        long passed = Math.clamp(from - events.getFirst().getSequenceNumber(), 0, events.size());
        return events.subList((int) passed, events.size());
    }

    StreamCache cache() {
        return cache;
    }

    /**
     * Reads the streams of all these aggregates in one query; the current unit of work loads them from there. What this node
     * has in its cache is asked only for what came after it, so a stream is never older than the query.
     */
    @Override
    public void prefetch(Collection<UUID> aggregates) {
        var missing = aggregates.stream()
                .distinct()
                .map(UUID::toString)
                .filter(aggregate -> !fetchedHere().containsKey(aggregate))
                .toList();
        if (!missing.isEmpty()) {
            fetchedHere().putAll(fetch(missing));
        }
    }

    /** Whoever knows that these aggregates do not exist yet spares the unit of work the query. */
    public void expectNew(Collection<UUID> aggregates) {
        aggregates.forEach(aggregate -> fetchedHere().putIfAbsent(aggregate.toString(), List.of()));
    }

    /** They stand in the log by now. */
    void committed(List<? extends EventMessage<?>> events) {
        cache.extend(events);
    }

    private static Map<String, List<DomainEventMessage<?>>> fetchedHere() {
        return CurrentUnitOfWork.isStarted()
                ? CurrentUnitOfWork.get().root().getOrComputeResource(FETCHED, key -> new HashMap<>())
                : new HashMap<>();
    }

    private Map<String, List<DomainEventMessage<?>>> fetch(List<String> aggregates) {
        var known = cache.known(aggregates);
        var sequences = aggregates.stream()
                .map(aggregate -> StreamCache.last(known.get(aggregate)))
                .toArray(Integer[]::new);
        var entries = transactions.fetchInTransaction(() -> with(connection -> {
            try (var statement = connection.prepareStatement(SELECT_AFTER)) {
                statement.setArray(1, connection.createArrayOf("text", aggregates.toArray()));
                statement.setArray(2, connection.createArrayOf("int4", sequences));
                return list(statement.executeQuery(), EventLog::entry);
            }
        }));
        EventStreamUtils.upcastAndDeserializeDomainEvents(entries.stream(), serializer, upcasters)
                .forEachRemaining(
                        event -> known.computeIfAbsent(event.getAggregateIdentifier(), key -> new ArrayList<>())
                                .add(event));
        aggregates.forEach(aggregate -> known.computeIfAbsent(aggregate, key -> List.of()));
        cache.keep(known);
        return known;
    }

    /** At most {@code limit} events after the index, in commit order. */
    public List<TrackedEventMessage<?>> after(long index, int limit) {
        return read("where global_index > ? order by global_index limit ?", index, limit);
    }

    /** The same, of the configuration and of what people agreed on beside it. The words are those of the partial index. */
    @Override
    public List<TrackedEventMessage<?>> configurationAfter(long index, int limit) {
        return read(
                "where aggregate in ('Entry', 'AgreedOverride', 'CoverRequest', 'Absence', 'DoNotDisturb', 'Device') and global_index > ?"
                        + " order by global_index limit ?",
                index,
                limit);
    }

    private List<TrackedEventMessage<?>> read(String where, long index, int limit) {
        var entries = transactions.fetchInTransaction(() -> with(connection -> {
            try (var statement = connection.prepareStatement(SELECT + where)) {
                statement.setLong(1, index);
                statement.setInt(2, limit);
                return list(
                        statement.executeQuery(),
                        row -> new TrackedDomainEventData<>(
                                new GlobalSequenceTrackingToken(row.getLong(1)), entry(row)));
            }
        }));
        var messages = new ArrayList<TrackedEventMessage<?>>(entries.size());
        EventUtils.upcastAndDeserializeTrackedEvents(entries.stream(), serializer, upcasters)
                .forEach(messages::add);
        return messages;
    }

    @Override
    public long head() {
        return transactions.fetchInTransaction(() -> with(connection -> {
            try (var statement = connection.prepareStatement("select coalesce(max(global_index), -1) from event");
                    var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }));
    }

    /** The index of the newest event of one aggregate; -1 when it has none. */
    public long headOf(String aggregate) {
        return transactions.fetchInTransaction(() -> with(connection -> {
            var sql = "select global_index from event where aggregate_id = ?::uuid order by sequence desc limit 1";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, aggregate);
                try (var row = statement.executeQuery()) {
                    return row.next() ? row.getLong(1) : -1L;
                }
            }
        }));
    }

    /** The index of one event of an aggregate; -1 when there is none. */
    public long indexOf(DomainEventMessage<?> event) {
        return transactions.fetchInTransaction(() -> with(connection -> {
            var sql = "select global_index from event where aggregate_id = ?::uuid and sequence = ?";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, event.getAggregateIdentifier());
                statement.setLong(2, event.getSequenceNumber());
                try (var row = statement.executeQuery()) {
                    return row.next() ? row.getLong(1) : -1L;
                }
            }
        }));
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return after(index(token), 1000).stream();
    }

    static long index(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("no aggregate lives long enough for a snapshot");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregate) {
        return Optional.empty();
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(-1);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(head());
    }

    private static <T> List<T> list(ResultSet rows, Row<T> row) throws SQLException {
        var found = new ArrayList<T>();
        try (rows) {
            while (rows.next()) {
                found.add(row.of(rows));
            }
        }
        return found;
    }

    private static GenericDomainEventEntry<byte[]> entry(ResultSet row) throws SQLException {
        return new GenericDomainEventEntry<>(
                row.getString(4),
                row.getString(2),
                row.getLong(3),
                row.getString(8),
                row.getTimestamp(7).toInstant(),
                row.getString(5),
                row.getString(6),
                row.getBytes(9),
                row.getBytes(10));
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** A database that is away is told from an event that cannot be written: the first passes, and is tried again. */
    private static RuntimeException told(SQLException e) {
        var translated = TRANSLATOR.translate("event log", null, e);
        return translated instanceof TransientDataAccessException
                        || translated instanceof NonTransientDataAccessResourceException
                ? translated
                : new EventStoreException("the event log could not be read or written", e);
    }

    private <T> T with(Work<T> work) {
        try {
            var connection = connections.getConnection();
            try {
                return work.on(connection);
            } finally {
                connection.close();
            }
        } catch (SQLException e) {
            throw told(e);
        }
    }
}
