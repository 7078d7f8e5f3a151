package org.larum.app.channel;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts together how the channels do, from what lies in the database: it is the same on every node. Blocking. */
public final class Health {

    private final FiguresTable table;
    private final Checks checks;

    Health(FiguresTable table, Checks checks) {
        this.table = table;
        this.checks = checks;
    }

    /** One look at what is asked of all channels at once. */
    public Look look() {
        return new Look(table.rates(), table.queues(), checks.last());
    }

    /** Together; the rest is asked of each. */
    public final class Look {

        private final Map<String, FiguresTable.Rates> rates;
        private final Map<String, Figures.Queue> queues;
        private final Map<String, Check> checked;

        private Look(
                Map<String, FiguresTable.Rates> rates, Map<String, Figures.Queue> queues, Map<String, Check> checked) {
            this.rates = rates;
            this.queues = queues;
            this.checked = checked;
        }

        /** How many wait for a channel of which the house has none. */
        public int waiting(String id) {
            return queue(id).waiting();
        }

        public Figures of(HouseChannel channel) {
            var rate = rates.getOrDefault(channel.id(), FiguresTable.Rates.NONE);
            var figures = figures(channel, rate, 0);
            var proven = Objects.requireNonNullElse(figures.proven(), Instant.EPOCH);
            return figures.lastRefused() == null
                    ? figures
                    : figures(channel, rate, table.refusedSince(channel, proven));
        }

        private Figures figures(HouseChannel channel, FiguresTable.Rates rate, int refused) {
            return new Figures(
                    table.lastTaken(channel),
                    table.lastRefused(channel),
                    refused,
                    rate.hour(),
                    rate.day(),
                    queue(channel.id()),
                    table.lastTest(channel),
                    check(channel.id()));
        }

        private Figures.Queue queue(String id) {
            return queues.getOrDefault(id, Figures.Queue.EMPTY);
        }

        private @Nullable Check check(String id) {
            return checked.get(id);
        }
    }
}
