package org.larum.app.security;

import java.util.Optional;
import java.util.function.Supplier;
import org.larum.notifiers.channel.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Secrets that must be read again, such as a mail server's password; found by their fingerprint, sealed at rest. */
public final class SecretTable {

    private final JdbcClient jdbc;
    private final Vault vault;

    public SecretTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    public String fingerprint(String value) {
        return vault.fingerprint("secret", value);
    }

    /** Keeps the secret and answers its fingerprint. */
    public String keep(String value) {
        var fingerprint = fingerprint(value);
        insert(fingerprint, value);
        return fingerprint;
    }

    private void insert(String fingerprint, String value) {
        jdbc.sql("insert into sealed_secrets (fingerprint, sealed) values (?, ?) on conflict do nothing")
                .params(fingerprint, vault.wrap(value))
                .update();
    }

    /** A secret that the house makes for itself: once, when it is first asked for, and the same on every node. */
    public Secret own(String name, Supplier<String> made) {
        var fingerprint = vault.fingerprint("own", name);
        return find(fingerprint).orElseGet(() -> {
            insert(fingerprint, made.get());
            return find(fingerprint).orElseThrow();
        });
    }

    public Optional<Secret> find(String fingerprint) {
        return jdbc.sql("select sealed from sealed_secrets where fingerprint = ?")
                .param(fingerprint)
                .query(byte[].class)
                .optional()
                .map(wrapped -> new Secret(vault.unwrapText(wrapped)));
    }
}
