package org.larum.bench.storm;

import java.time.Duration;
import org.larum.bench.load.Tally;

/**
 * What one system did in one case.
 *
 * @param events appended a second
 * @param catchUp from the end of the load until every reader of the log had read all; negative: not in time
 * @param server CPU seconds of its processes but the database
 */
record Figures(
        Tally tally,
        double events,
        Duration catchUp,
        double server,
        double database,
        double loader,
        long told,
        boolean isWhole) {

    double alertsPerCpu() {
        return tally.accepted() / (server + database);
    }
}
