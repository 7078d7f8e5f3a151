package org.larum.app.security;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts wrong passwords by address, for all nodes together: ten in a quarter of an hour, then a pause. */
public final class SignInAttemptTable {

    private static final int MOST = 10;
    private static final int REMEMBERED = 10_000;
    private static final int WINDOW_SECONDS = 15 * 60;

    /** Too many tries; {@code seconds} until the next one. */
    public static final class TooMany extends RuntimeException {
        private final long seconds;

        TooMany(long seconds) {
            super(
                    "Too many wrong passwords for this address. Wait " + seconds + " seconds and try again.",
                    null,
                    false,
                    false);
            this.seconds = seconds;
        }

        public long seconds() {
            return seconds;
        }
    }

    private record Tries(int count, long secondsLeft) {}

    private final JdbcClient jdbc;

    public SignInAttemptTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts a try before its password is looked at, so that many at once are counted too. */
    void begin(String address) {
        var tries = jdbc.sql("""
                        insert into sign_in_attempts as known (address, tries, since) values (:address, 1, larum_now())
                        on conflict (address) do update set
                          tries = case when known.since <= larum_now() - make_interval(secs => :window) then 1
                            else least(known.tries, :most) + 1 end,
                          since = case when known.since <= larum_now() - make_interval(secs => :window) then larum_now()
                            else known.since end
                        returning tries, extract(epoch from since - larum_now())::bigint + :window as seconds_left""")
                .param("address", address)
                .param("window", WINDOW_SECONDS)
                .param("most", MOST)
                .query((row, n) -> new Tries(row.getInt("tries"), row.getLong("seconds_left")))
                .single();
        if (tries.count() == 1) {
            forget();
        }
        if (tries.count() > MOST) {
            throw new TooMany(Math.max(1, tries.secondsLeft()));
        }
    }

    void succeeded(String address) {
        jdbc.sql("delete from sign_in_attempts where address = ?")
                .param(address)
                .update();
    }

    /** Whoever tries addresses without end fills no disk. Two nodes that forget at once pass each other by. */
    private void forget() {
        jdbc.sql("""
                        delete from sign_in_attempts where address in (
                          select address from sign_in_attempts
                          where since <= coalesce(
                            (select since from sign_in_attempts order by since desc offset :remembered limit 1),
                            larum_now() - make_interval(secs => :window))
                            or since <= larum_now() - make_interval(secs => :window)
                          for update skip locked)""")
                .param("remembered", REMEMBERED)
                .param("window", WINDOW_SECONDS)
                .update();
    }
}
