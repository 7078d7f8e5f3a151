package org.larum.app.security;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.larum.domain.shared.Time;

/** Counts wrong passwords by address: ten in a quarter of an hour, then a pause. In memory: a restart forgives. */
public final class Attempts {

    private static final int MOST = 10;
    private static final int REMEMBERED = 10_000;
    private static final Duration WINDOW = Duration.ofMinutes(15);

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

    private record Failures(int count, Instant since) {}

    private final Time time;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    Attempts(Time time) {
        this.time = time;
    }

    /** Counts a try before its password is looked at, so that many at once are counted too. */
    synchronized void begin(String address) {
        var found = failures.get(address);
        if (found != null && !found.since().plus(WINDOW).isAfter(time.now())) {
            failures.remove(address);
            found = null;
        }
        if (found != null && found.count() >= MOST) {
            throw new TooMany(
                    Duration.between(time.now(), found.since().plus(WINDOW)).toSeconds() + 1);
        }
        failures.put(
                address, found == null ? new Failures(1, time.now()) : new Failures(found.count() + 1, found.since()));
    }

    synchronized void succeeded(String address) {
        failures.remove(address);
    }
}
