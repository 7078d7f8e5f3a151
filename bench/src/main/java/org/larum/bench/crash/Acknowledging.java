package org.larum.bench.crash;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.larum.bench.larum.Api;
import org.larum.bench.ledger.Ledger;

/** Acknowledges one incident in three, some time after it was heard of. */
final class Acknowledging implements AutoCloseable {

    private static final int ONE_IN = 3;
    private static final int OK = 200;
    private static final Duration LATEST = Duration.ofSeconds(4);

    private final Random random;
    private final Ledger ledger;
    private final Map<String, String> seen = new ConcurrentHashMap<>();
    private final Map<String, Long> answered = new ConcurrentHashMap<>();
    private final Map<String, Boolean> tried = new ConcurrentHashMap<>();
    private final ScheduledExecutorService later =
            Executors.newScheduledThreadPool(8, Thread.ofPlatform().daemon().factory());

    Acknowledging(Random random, Ledger ledger) {
        this.random = random;
        this.ledger = ledger;
    }

    void opened(Api api, String service, String incident) {
        boolean isNew = seen.putIfAbsent(service, incident) == null;
        if (isNew && random.nextInt(ONE_IN) == 0 && !later.isShutdown()) {
            later.schedule(
                    () -> acknowledge(api, service, incident),
                    random.nextLong(300, LATEST.toMillis()),
                    TimeUnit.MILLISECONDS);
        }
    }

    private void acknowledge(Api api, String service, String incident) {
        tried.put(service, true);
        long sent = System.currentTimeMillis();
        try {
            api.post("/api/incidents/" + incident + "/acknowledge", "{}");
            answered.put(service, System.nanoTime());
            ledger.write("ack-" + service, sent, OK);
        } catch (RuntimeException e) {
            ledger.write("ack-" + service, sent, 0);
        }
    }

    /** When each acknowledgement was answered, by service. */
    Map<String, Long> answered() {
        return answered;
    }

    /** Whether anybody may have acknowledged: then it is open who was told. */
    boolean isTried(String service) {
        return tried.containsKey(service);
    }

    @Override
    public void close() {
        finish();
    }

    /** Waits for those that are still to come. */
    void finish() {
        later.shutdown();
        try {
            later.awaitTermination(70, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
