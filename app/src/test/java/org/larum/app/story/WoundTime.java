package org.larum.app.story;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.GenericEventMessage;
import org.larum.domain.shared.Time;

/** A clock that stands until somebody winds it: the node's, Axon's for events, and the database's {@code larum_now()}. */
final class WoundTime implements Time {

    static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

    private final String databaseUrl;
    private volatile Instant now = MONDAY;

    WoundTime(String databaseUrl) {
        this.databaseUrl = databaseUrl;
        sql("create table if not exists story_clock (now timestamptz not null)");
        sql("insert into story_clock values ('" + MONDAY + "')");
        sql("create or replace function larum_now() returns timestamptz language sql volatile as"
                + " 'select now from story_clock'");
        windAxonsClock(this);
    }

    private static void windAxonsClock(WoundTime time) {
        GenericEventMessage.clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return time.now;
            }
        };
    }

    /** Axon has one clock for all servers of this JVM: those of the next tests live in the time of the machine again. */
    void giveBack() {
        GenericEventMessage.clock = Clock.systemUTC();
    }

    @Override
    public Instant now() {
        return now;
    }

    void wind(Duration by) {
        now = now.plus(by);
        sql("update story_clock set now = '" + now + "'");
    }

    private void sql(String statement) {
        try (var connection = DriverManager.getConnection(databaseUrl);
                var one = connection.createStatement()) {
            one.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }
}
