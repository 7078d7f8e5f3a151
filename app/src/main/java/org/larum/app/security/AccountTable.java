package org.larum.app.security;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts, sessions, invitations and API tokens. Nothing that lets somebody in is stored in clear. */
public final class AccountTable {

    private final JdbcClient jdbc;

    public AccountTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Account(UUID person, String password) {}

    record Session(UUID person, String csrf, Instant createdAt, Instant seenAt) {}

    record Invitation(String kind, @Nullable UUID person) {}

    Optional<Account> byEmail(String fingerprint) {
        return jdbc.sql("select person, password from accounts where email = ?")
                .param(fingerprint)
                .query((row, n) -> new Account(row.getObject("person", UUID.class), row.getString("password")))
                .optional();
    }

    boolean hasAny() {
        return jdbc.sql("select exists (select 1 from accounts)")
                .query(Boolean.class)
                .single();
    }

    Set<UUID> people() {
        return Set.copyOf(
                jdbc.sql("select person from accounts").query(UUID.class).list());
    }

    void saveAccount(UUID person, String email, String password, Instant now) {
        jdbc.sql("""
                        insert into accounts (person, email, password, created_at) values (?, ?, ?, ?)
                        on conflict (person) do update set email = excluded.email, password = excluded.password""").params(person, email, password, time(now)).update();
    }

    void saveSession(String id, UUID person, String csrf, Instant now) {
        jdbc.sql("insert into sessions (id, person, csrf, created_at, seen_at) values (?, ?, ?, ?, ?)")
                .params(id, person, csrf, time(now), time(now))
                .update();
    }

    Optional<Session> session(String id) {
        return jdbc.sql("select person, csrf, created_at, seen_at from sessions where id = ?")
                .param(id)
                .query((row, n) -> new Session(
                        row.getObject("person", UUID.class),
                        row.getString("csrf"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void touchSession(String id, Instant now) {
        jdbc.sql("update sessions set seen_at = ? where id = ?")
                .params(time(now), id)
                .update();
    }

    void endSession(String id) {
        jdbc.sql("delete from sessions where id = ?").param(id).update();
    }

    void endSessionsOf(UUID person) {
        jdbc.sql("delete from sessions where person = ?").param(person).update();
    }

    void saveInvitation(String id, String kind, @Nullable UUID person, Instant now, Duration life) {
        jdbc.sql("insert into invitations (id, kind, person, expires_at) values (?, ?, ?, ?)")
                .param(1, id)
                .param(2, kind)
                .param(3, person)
                .param(4, time(now.plus(life)))
                .update();
    }

    Optional<Invitation> invitation(String id, Instant now) {
        return jdbc.sql("select kind, person from invitations where id = ? and used_at is null and expires_at > ?")
                .params(id, time(now))
                .query((row, n) -> new Invitation(row.getString("kind"), row.getObject("person", UUID.class)))
                .optional();
    }

    Set<UUID> invited(Instant now) {
        return Set.copyOf(jdbc.sql(
                        "select distinct person from invitations where person is not null and used_at is null and expires_at > ?")
                .param(time(now))
                .query(UUID.class)
                .list());
    }

    /** False when somebody was faster: a link lets in once. */
    boolean useInvitation(String id, Instant now) {
        return jdbc.sql("update invitations set used_at = ? where id = ? and used_at is null and expires_at > ?")
                        .params(time(now), id, time(now))
                        .update()
                == 1;
    }

    void endInvitationsOf(UUID person) {
        jdbc.sql("delete from invitations where person = ? and used_at is null")
                .param(person)
                .update();
    }

    void endSetupLinks() {
        jdbc.sql("delete from invitations where kind = 'setup'").update();
    }

    void saveToken(String id, UUID person, String name, Instant now) {
        jdbc.sql("insert into api_tokens (id, person, name, created_at) values (?, ?, ?, ?)")
                .params(id, person, name, time(now))
                .update();
    }

    Optional<UUID> tokenOwner(String id) {
        return jdbc.sql("select person from api_tokens where id = ? and revoked_at is null")
                .param(id)
                .query(UUID.class)
                .optional();
    }

    int revokeTokens(UUID person, String name, Instant now) {
        return jdbc.sql("update api_tokens set revoked_at = ? where person = ? and name = ? and revoked_at is null")
                .params(time(now), person, name)
                .update();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
