package org.larum.bench.crash;

import org.larum.bench.alerts.Detections;
import org.larum.bench.larum.ConfigFile;
import org.larum.bench.ledger.Ledger;
import org.larum.bench.load.Load;
import org.larum.bench.load.Loader;
import org.larum.bench.load.Shot;

/** Detections at a fixed rate until it is stopped; every so many open an incident of another service. */
final class Pressure {

    private static final long RATE = 50;
    private static final long IN_ONE_INCIDENT = 25;
    private static final int CONNECTIONS = 32;

    private final Loader loader;
    private final Thread thread;

    Pressure(int port, int services, Ledger ledger) {
        loader = new Loader(
                port,
                CONNECTIONS,
                (shot, answer) -> ledger.write(key(shot.number()), System.currentTimeMillis(), answer.status()));
        thread = Thread.ofPlatform()
                .name("pressure")
                .start(() -> loader.run(Load.open(Long.MAX_VALUE, RATE, (n, at) -> shot(n, at, services))));
    }

    private static String key(long number) {
        return "c" + number;
    }

    static String service(long index) {
        return "k" + (10_000 + index);
    }

    /** How many services are spoken of in this time. */
    static int services(long seconds) {
        return (int) Math.min(80_000, seconds * RATE / IN_ONE_INCIDENT);
    }

    private static Shot shot(long number, long at, int services) {
        var service = service(number / IN_ONE_INCIDENT % services);
        return Detections.trigger(ConfigFile.NATIVE_KEY, key(number), service, number, at);
    }

    void stop() throws InterruptedException {
        loader.stop();
        thread.join();
    }
}
