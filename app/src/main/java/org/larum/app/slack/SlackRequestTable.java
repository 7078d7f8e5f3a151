package org.larum.app.slack;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The requests that were used, by their signatures. */
final class SlackRequestTable {

    private final JdbcClient jdbc;

    SlackRequestTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False for a second use, on whatever node. */
    boolean use(String signature) {
        return jdbc.sql(
                                "insert into slack_requests (signature, used_at) values (?, larum_now()) on conflict do nothing")
                        .param(signature)
                        .update()
                == 1;
    }
}
