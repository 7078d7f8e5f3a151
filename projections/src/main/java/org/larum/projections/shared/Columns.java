package org.larum.projections.shared;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many rows for one statement: PostgreSQL reads them from an array for each column, so that one plan serves any number. */
public final class Columns {

    private final List<String> types;
    private final List<List<@Nullable String>> values = new ArrayList<>();

    /** @param types PostgreSQL's names of the columns' types, such as {@code uuid} */
    public Columns(String... types) {
        this.types = List.of(types);
        this.types.forEach(type -> values.add(new ArrayList<>()));
    }

    /** One row; every value as PostgreSQL reads it from text. */
    public void add(@Nullable Object... row) {
        for (int i = 0; i < types.size(); i++) {
            var value = row[i];
            values.get(i).add(value == null ? null : value.toString());
        }
    }

    public boolean isEmpty() {
        return values.getFirst().isEmpty();
    }

    /** Runs the statement, in which {@code {rows}} stands for the rows; answers how many rows it changed. */
    public int update(JdbcClient jdbc, String sql) {
        return isEmpty() ? 0 : statement(jdbc, sql).update();
    }

    /** The statement with its rows, to be queried. */
    public JdbcClient.StatementSpec statement(JdbcClient jdbc, String sql) {
        var rows = "unnest("
                + String.join(
                        ", ", types.stream().map(type -> "?::" + type + "[]").toList()) + ")";
        var arrays = values.stream()
                .map(column -> (Object) column.toArray(String[]::new))
                .toList();
        return jdbc.sql(sql.replace("{rows}", rows)).params(arrays);
    }
}
