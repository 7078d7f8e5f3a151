package org.larum.app;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.larum.app.alert.AlertDesk;
import org.larum.app.api.config.ConfigAtStart;
import org.larum.app.channel.CheckClock;
import org.larum.app.config.Settings;
import org.larum.app.database.DatabaseConfiguration;
import org.larum.app.escalation.Timers;
import org.larum.app.eventstore.LogStore;
import org.larum.app.live.LiveFeed;
import org.larum.app.processing.AfterOutage;
import org.larum.app.processing.NodeBell;
import org.larum.app.processing.RetentionTable;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.watch.ShiftClock;
import org.larum.app.watch.Watch;
import org.larum.domain.notification.NotificationEvent;
import org.larum.notifiers.delivery.DeliveryAttempts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts what runs by itself, before the doors open, and stops it after they have closed: first nothing new comes in, then
 * timers and messages finish, and the database goes last.
 */
final class Lifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);
    private static final long SWEEP_MILLIS = 1000;
    private static final long CATCH_UP_MILLIS = 250;

    private final Settings settings;
    private final DatabaseConfiguration.Embedded database;
    private final RuleBook rules;
    private final ConfigAtStart config;
    private final AlertDesk alerts;
    private final Timers timers;
    private final DeliveryAttempts delivery;
    private final LiveFeed feed;
    private final NodeBell bell;
    private final RetentionTable retention;
    private final Watch standingCheck;
    private final ShiftClock shifts;
    private final CheckClock checks;
    private final AfterOutage outage;
    private final ScheduledExecutorService sweeps = Executors.newScheduledThreadPool(
            3, Thread.ofPlatform().name("sweep-", 0).factory());

    /** Alone: the sweeps may all be waiting for the very database that must be started again. */
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("watch").factory());

    private volatile boolean isRunning;

    public Lifecycle(
            Settings settings,
            DatabaseConfiguration.Embedded database,
            RuleBook rules,
            ConfigAtStart config,
            AlertDesk alerts,
            Timers timers,
            DeliveryAttempts delivery,
            LiveFeed feed,
            NodeBell bell,
            RetentionTable retention,
            Watch standingCheck,
            ShiftClock shifts,
            CheckClock checks,
            AfterOutage outage,
            LogStore store) {
        this.settings = settings;
        this.database = database;
        this.rules = rules;
        this.config = config;
        this.alerts = alerts;
        this.timers = timers;
        this.delivery = delivery;
        this.feed = feed;
        this.bell = bell;
        this.retention = retention;
        this.standingCheck = standingCheck;
        this.shifts = shifts;
        this.checks = checks;
        this.outage = outage;
        store.onCommit(NotificationEvent.class, delivery::wake);
    }

    @Override
    public void start() {
        rules.catchUp();
        if (settings.config() != null) {
            config.apply(settings.config());
        }
        feed.start();
        bell.start();
        timers.start();
        delivery.start();
        standingCheck.start();
        shifts.start();
        checks.start();
        watch.scheduleWithFixedDelay(database::revive, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
        sweeps.scheduleWithFixedDelay(this::expire, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
        sweeps.scheduleWithFixedDelay(this::drain, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
        sweeps.scheduleWithFixedDelay(outage::look, CATCH_UP_MILLIS, CATCH_UP_MILLIS, TimeUnit.MILLISECONDS);
        sweeps.scheduleWithFixedDelay(this::keepHouse, 5, 60, TimeUnit.MINUTES);
        isRunning = true;
    }

    private void keepHouse() {
        try {
            retention.sweep();
        } catch (RuntimeException e) {
            LOG.warn("what has served its time could not be removed; it is tried again in an hour: {}", e.toString());
        }
    }

    private void expire() {
        try {
            while (alerts.expire() > 0) {
                // more may be due
            }
        } catch (RuntimeException e) {
            LOG.warn("alerts past their end could not be closed; it is tried again in a moment: {}", e.toString());
        }
    }

    /** Until nothing came while it was at work: only then do detections go straight to the database again. */
    private void drain() {
        try {
            long all = 0;
            for (long some = alerts.drain(); some > 0; some = alerts.drain()) {
                all += some;
            }
            if (all > 0) {
                LOG.info("the database is back; {} spooled requests were filed", all);
            }
        } catch (RuntimeException e) {
            LOG.debug("the spool waits for the database; it is tried again in a moment", e);
        }
    }

    @Override
    public void stop() {
        isRunning = false;
        watch.shutdown();
        sweeps.shutdownNow();
        standingCheck.stop();
        shifts.stop();
        checks.stop();
        timers.stop();
        delivery.stop();
        feed.stop();
        bell.stop();
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    /** After Axon, whose handlers the configuration needs; before the web server, whose requests need all of this. */
    @Override
    public int getPhase() {
        return SpringAxonConfiguration.LIFECYCLE_PHASE + 100;
    }
}
