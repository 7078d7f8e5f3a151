package org.larum.app.slack;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of who is who in Slack; an address is only ever a fingerprint here. */
final class SlackPeopleTable {

    private final JdbcClient jdbc;

    SlackPeopleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> user(String address, Duration fresh) {
        return jdbc.sql("""
                        select slack_user from slack_people
                        where address = ? and asked_at > larum_now() - make_interval(secs => ?)""")
                .params(address, fresh.toSeconds())
                .query(String.class)
                .optional();
    }

    /** Of a user who is believed. Empty also when several addresses had the user, one after the other. */
    Optional<String> address(String user, Duration fresh) {
        var found = jdbc.sql("""
                        select address from slack_people
                        where slack_user = ? and believed_at > larum_now() - make_interval(secs => ?)""")
                .params(user, fresh.toSeconds())
                .query(String.class)
                .list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Asked for by its address. */
    void save(String address, String user) {
        jdbc.sql("""
                        insert into slack_people as known (address, slack_user, asked_at) values (?, ?, larum_now())
                        on conflict (address) do update set slack_user = excluded.slack_user, asked_at = excluded.asked_at,
                          believed_at = case when known.slack_user = excluded.slack_user then known.believed_at end""").params(address, user).update();
    }

    /** Asked for by the user, who is of the house. */
    void believe(String address, String user) {
        jdbc.sql("""
                        insert into slack_people (address, slack_user, asked_at, believed_at)
                        values (?, ?, larum_now(), larum_now())
                        on conflict (address) do update set slack_user = excluded.slack_user, asked_at = excluded.asked_at,
                          believed_at = excluded.believed_at""").params(address, user).update();
    }

    void remove(String address) {
        jdbc.sql("delete from slack_people where address = ?").param(address).update();
    }
}
