package org.larum.bench.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Inserts rows of the log by unnest, in one statement and one transaction, without any lock. */
final class Append implements AutoCloseable {

    private static final String SQL = """
            insert into event (aggregate_id, sequence, aggregate, name, revision, recorded_at, event_id, payload, metadata)
            select a, 0, g, n, r, now(), e, p, m
            from unnest(?::uuid[], ?::text[], ?::text[], ?::smallint[], ?::uuid[], ?::bytea[], ?::bytea[])
              u (a, g, n, r, e, p, m)""";
    private static final String[] TYPES = {"uuid", "text", "text", "int2", "uuid", "bytea", "bytea"};

    private final Connection connection;
    private final PreparedStatement statement;
    private final List<LogRow> sample;
    private int next;

    Append(Connection connection, List<LogRow> sample) throws SQLException {
        this.connection = connection;
        this.sample = sample;
        statement = connection.prepareStatement(SQL);
    }

    void rows(int n) throws SQLException {
        var columns = new Object[][] {
            new UUID[n], new String[n], new String[n], new Short[n], new UUID[n], new byte[n][], new byte[n][]
        };
        for (int i = 0; i < n; i++) {
            var row = sample.get(next++ % sample.size());
            columns[0][i] = TimeOrdered.id();
            columns[1][i] = row.aggregate();
            columns[2][i] = row.name();
            columns[3][i] = row.revision();
            columns[4][i] = TimeOrdered.id();
            columns[5][i] = row.payload();
            columns[6][i] = row.metadata();
        }
        for (int i = 0; i < columns.length; i++) {
            statement.setArray(i + 1, connection.createArrayOf(TYPES[i], columns[i]));
        }
        statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }
}
