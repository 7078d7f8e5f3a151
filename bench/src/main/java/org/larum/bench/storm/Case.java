package org.larum.bench.storm;

import org.larum.bench.alerts.Prometheus;
import org.larum.bench.load.Load;
import org.larum.bench.load.Loader;
import org.larum.bench.load.Tally;

/**
 * A kind of storm.
 *
 * @param batch alerts in a request
 * @param kinds how many different alerts there are
 */
record Case(String name, int batch, int connections, long kinds) {

    static final Case[] ALL = {
        new Case("unique, batches of 20", 20, 32, Long.MAX_VALUE),
        new Case("unique, single", 1, 256, Long.MAX_VALUE),
        new Case("1,000 keys, batches of 20", 20, 32, 1000)
    };

    boolean isUnique() {
        return kinds == Long.MAX_VALUE;
    }

    /** A stretch of the storm that begins at the alert of this number. */
    Loader loader(int port, Tally tally) {
        return new Loader(port, connections, tally);
    }

    Load load(String path, long first, long nanos) {
        return Load.closed(nanos, n -> Prometheus.shot(path, first + n * batch, batch, kinds));
    }
}
