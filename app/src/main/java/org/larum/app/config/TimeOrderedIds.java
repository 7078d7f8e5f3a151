package org.larum.app.config;

import java.security.SecureRandom;
import java.util.UUID;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Time;

/** Version 7 UUIDs: 48 bits of milliseconds, then random bits, so that indexes grow at one end. */
public final class TimeOrderedIds implements Ids {

    private final Time time;
    private final SecureRandom random = new SecureRandom();

    public TimeOrderedIds(Time time) {
        this.time = time;
    }

    @Override
    public UUID next() {
        long millis = time.now().toEpochMilli();
        long high = (millis << 16) | 0x7000L | (random.nextInt() & 0x0fffL);
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
