package org.larum.app.processing;

import java.util.ArrayList;
import java.util.function.Function;
import org.larum.app.eventstore.EventLog;
import org.larum.domain.shared.Event;
import org.larum.projections.shared.Logged;
import org.larum.projections.shared.Projector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds one projection anew beside the live one, while the server goes on, and puts it in its place in one transaction. What
 * acts is never rebuilt: there is no such thing as a projector for it.
 */
public final class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int PAGE = 2000;
    private static final int NEAR = 200;
    private static final int SWAPS = 20;

    private final EventLog log;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Freshness freshness;
    private final ParkedTable parked;

    public Rebuild(
            EventLog log, JdbcClient jdbc, TransactionTemplate transactions, Freshness freshness, ParkedTable parked) {
        this.log = log;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.freshness = freshness;
        this.parked = parked;
    }

    /** Told how far it has come: an index, and the index where it ends for now. */
    public interface Progress {
        void at(long index, long of);
    }

    /** @param maker makes the projector for a schema */
    public void run(Projector live, Function<String, Projector> maker, Progress progress) {
        var schema = "rebuild_" + live.room();
        makeTables(live, schema);
        var shadow = maker.apply(schema);
        long index = -1;
        while (true) {
            long goal = freshness.position("projection-" + live.room());
            index = readUpTo(shadow, index, goal, progress);
            // Measured against the live one, which is where the swap reads to: under load that one is behind the log
            // too.
            if (freshness.position("projection-" + live.room()) - index <= NEAR) {
                break;
            }
        }
        long read = index;
        swapPatiently(live, shadow, schema, read);
        progress.at(1, 1);
        LOG.info("the projection {} was rebuilt up to event {}", live.room(), read);
    }

    /** The live projection takes the same tables in the order of its events: when the two meet head-on, one goes again. */
    private void swapPatiently(Projector live, Projector shadow, String schema, long read) {
        for (int attempt = 1; ; attempt++) {
            try {
                transactions.executeWithoutResult(status -> swap(live, shadow, schema, read));
                return;
            } catch (PessimisticLockingFailureException e) {
                if (attempt == SWAPS) {
                    throw e;
                }
                LOG.info("the swap of the projection {} met the live one and is done again", live.room());
            }
        }
    }

    private void makeTables(Projector live, String schema) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("drop schema if exists " + schema + " cascade").update();
            jdbc.sql("create schema " + schema).update();
            for (var table : live.tables()) {
                jdbc.sql("create table " + schema + "." + table + " (like public." + table + " including all)")
                        .update();
            }
        });
    }

    private long readUpTo(Projector shadow, long from, long goal, Progress progress) {
        long index = from;
        while (index < goal) {
            long after = index;
            index = transactions.execute(status -> readPage(shadow, after, goal));
            progress.at(index, goal);
        }
        return index;
    }

    private long readPage(Projector shadow, long after, long goal) {
        var page = log.after(after, PAGE);
        var wanted = new ArrayList<Logged>(page.size());
        for (var message : page) {
            long index = Pages.index(message);
            if (index <= goal && hears(shadow, message.getPayloadType())) {
                wanted.add(new Logged((Event) message.getPayload(), index));
            }
        }
        shadow.on(wanted);
        return page.isEmpty() ? goal : Math.min(goal, Pages.index(page.getLast()));
    }

    private static boolean hears(Projector projector, Class<?> event) {
        return projector.hears().stream().anyMatch(root -> root.isAssignableFrom(event));
    }

    /** Nobody writes or reads while the tables are locked; the last events are read up to exactly where the live one stands. */
    private void swap(Projector live, Projector shadow, String schema, long read) {
        for (var table : live.tables()) {
            jdbc.sql("lock table public." + table + " in access exclusive mode").update();
        }
        jdbc.sql("select 1 from processor_tokens where processor = ? for update")
                .param("projection-" + live.room())
                .query(Integer.class)
                .list();
        long goal = freshness.position("projection-" + live.room());
        long index = read;
        while (index < goal) {
            index = readPage(shadow, index, goal);
        }
        for (var table : live.tables()) {
            jdbc.sql("drop table public." + table).update();
            jdbc.sql("alter table " + schema + "." + table + " set schema public")
                    .update();
        }
        jdbc.sql("drop schema " + schema).update();
        parked.removeAll("projection-" + live.room());
    }
}
