package org.larum.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.larum.app.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The schema that all migrations end in, as a text that a reviewer reads. After a new migration, write it anew with {@code
 * -Dlarum.golden.write=true} and look at the difference.
 */
class MigrationsIT {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/schema.txt");

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());

    @Test
    void theSchemaIsTheOneThatWasReviewed() throws IOException {
        var schema = String.join("\n", schema()) + "\n";
        if (Boolean.getBoolean("larum.golden.write")) {
            Files.writeString(GOLDEN, schema);
        }
        assertThat(schema).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void everyMigrationSaysWhenItWasWritten() throws IOException {
        try (var files = Files.list(Path.of("../migrations/src/main/resources/db/migration"))) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .isNotEmpty()
                    .allMatch(name -> name.matches("V\\d{8}_\\d{4}__[a-z_]+\\.sql"));
        }
    }

    private List<String> schema() {
        var lines = new ArrayList<String>();
        lines.addAll(lines("""
                select c.table_name || '.' || c.column_name || ' ' || c.data_type
                  || case when c.is_nullable = 'NO' then ' not null' else '' end
                  || coalesce(' default ' || c.column_default, '')
                from information_schema.columns c
                where c.table_schema = 'public' and c.table_name <> 'flyway_schema_history'
                order by c.table_name collate "C", c.ordinal_position"""));
        lines.addAll(lines("""
                select indexdef from pg_indexes
                where schemaname = 'public' and tablename <> 'flyway_schema_history' order by indexdef collate "C\""""));
        lines.addAll(lines("""
                select conrelid::regclass::text || ' ' || pg_get_constraintdef(oid) from pg_constraint
                where connamespace = 'public'::regnamespace and contype in ('c', 'f')
                order by conrelid::regclass::text collate "C", conname collate "C\""""));
        lines.addAll(lines("""
                select 'sequence ' || sequence_name || ' from ' || start_value from information_schema.sequences
                where sequence_schema = 'public' order by sequence_name collate "C\""""));
        return lines;
    }

    private List<String> lines(String sql) {
        return jdbc.sql(sql).query((row, n) -> row.getString(1)).list();
    }
}
