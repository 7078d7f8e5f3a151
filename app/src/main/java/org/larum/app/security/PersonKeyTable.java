package org.larum.app.security;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sealed keys of people. */
public final class PersonKeyTable {

    private final JdbcClient jdbc;

    public PersonKeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<byte[]> find(UUID person) {
        return jdbc.sql("select sealed from person_keys where person = ?")
                .param(person)
                .query(byte[].class)
                .optional();
    }

    /** The key that is there already wins: two nodes may meet a person at once. */
    byte[] findOrCreate(UUID person, byte[] fresh) {
        jdbc.sql("insert into person_keys (person, sealed) values (?, ?) on conflict do nothing")
                .params(person, fresh)
                .update();
        return find(person).orElseThrow();
    }
}
