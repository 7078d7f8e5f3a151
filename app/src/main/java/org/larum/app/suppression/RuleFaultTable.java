package org.larum.app.suppression;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.larum.app.eventstore.RowsWithEvents;
import org.larum.domain.directory.DirectoryEvent.Defined;
import org.larum.domain.directory.DirectoryEvent.Retired;
import org.larum.domain.directory.Rule;
import org.larum.domain.suppression.SuppressionEvent.RuleFailed;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rules that could not be asked, until they are changed: somebody is to be told, and told when it is over. */
public final class RuleFaultTable implements RowsWithEvents {

    private final JdbcClient jdbc;

    public RuleFaultTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code isMended}: the rule was changed or taken away since. */
    public record RuleFault(UUID rule, String word, int version, String why, boolean isMended) {}

    @Override
    public void write(Connection connection, List<? extends EventMessage<?>> events) throws SQLException {
        for (var message : events) {
            switch (message.getPayload()) {
                case RuleFailed e -> insert(connection, e);
                case Defined e
                when e.definition() instanceof Rule rule ->
                    mend(connection, rule.id().value());
                case Retired e -> mend(connection, e.entry());
                default -> {}
            }
        }
    }

    private static void insert(Connection connection, RuleFailed e) throws SQLException {
        var sql = """
                insert into rule_faults (rule, word, version, why) values (?, ?, ?, ?)
                on conflict (rule) do update set version = excluded.version, why = excluded.why, mended = false, told = false""";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, e.rule().value());
            statement.setString(2, e.word());
            statement.setInt(3, e.version());
            statement.setString(4, e.why());
            statement.executeUpdate();
        }
    }

    private static void mend(Connection connection, UUID rule) throws SQLException {
        try (var statement =
                connection.prepareStatement("update rule_faults set mended = true, told = false where rule = ?")) {
            statement.setObject(1, rule);
            statement.executeUpdate();
        }
    }

    /** Those that changed since somebody was told. */
    List<RuleFault> untold() {
        return query("where not told");
    }

    /** Those that fail now. */
    public List<RuleFault> failing() {
        return query("where not mended");
    }

    private List<RuleFault> query(String where) {
        return jdbc.sql("select rule, word, version, why, mended from rule_faults " + where + " order by word")
                .query((row, n) -> new RuleFault(
                        row.getObject("rule", UUID.class),
                        row.getString("word"),
                        row.getInt("version"),
                        row.getString("why"),
                        row.getBoolean("mended")))
                .list();
    }

    void told(RuleFault fault) {
        if (fault.isMended()) {
            jdbc.sql("delete from rule_faults where rule = ? and mended")
                    .param(fault.rule())
                    .update();
        } else {
            jdbc.sql("update rule_faults set told = true where rule = ? and version = ?")
                    .params(fault.rule(), fault.version())
                    .update();
        }
    }
}
