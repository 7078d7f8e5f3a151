package org.larum.bench.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.larum.bench.larum.Database;

/** What a row of the log holds beside ids, indexes and times. */
public record LogRow(String aggregate, String name, short revision, byte[] payload, byte[] metadata) {

    private static final String SAMPLE = """
            select aggregate, name, revision, payload, metadata from event
            where aggregate <> 'Entry' order by global_index desc limit 2000""";

    /** The newest rows of a real log, so that a bare PostgreSQL gets the same bytes. */
    public static List<LogRow> sample(Database database) {
        return database.read(SAMPLE, LogRow::all);
    }

    private static List<LogRow> all(ResultSet rows) throws SQLException {
        var found = new ArrayList<LogRow>();
        while (rows.next()) {
            found.add(new LogRow(
                    rows.getString(1), rows.getString(2), rows.getShort(3), rows.getBytes(4), rows.getBytes(5)));
        }
        return found;
    }
}
