package org.larum.app.metrics;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;

/** Whether a detection would be kept now: by the database, or while that is away by the spool. */
public final class TakingHealthIndicator implements HealthIndicator {

    private final BooleanSupplier database;
    private final BooleanSupplier canSpool;
    private final LongSupplier spooled;

    /**
     * @param database blocking; false or a failure when it is away
     * @param canSpool blocking; whether a request would be spooled now
     * @param spooled requests that wait for the database
     */
    public TakingHealthIndicator(BooleanSupplier database, BooleanSupplier canSpool, LongSupplier spooled) {
        this.database = database;
        this.canSpool = canSpool;
        this.spooled = spooled;
    }

    @Override
    public Health health() {
        return taking().withDetail("spooled", spooled.getAsLong()).build();
    }

    private Health.Builder taking() {
        if (isThere()) {
            return Health.up().withDetail("detections", "stored");
        }
        return canSpool.getAsBoolean()
                ? Health.up().withDetail("detections", "spooling")
                : Health.outOfService().withDetail("detections", "refused");
    }

    private boolean isThere() {
        try {
            return database.getAsBoolean();
        } catch (DataAccessException e) {
            return false;
        }
    }
}
