package org.larum.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends a load over a number of kept connections from one thread, since it shares the cores with what it measures. A request
 * that is due while all connections are busy waits, and its wait counts: latencies begin when it was intended.
 */
public final class Loader {

    private static final byte[] NOTHING = new byte[0];
    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();
    private static final long LOOK = Duration.ofSeconds(1).toNanos();
    private static final long BREATH = Duration.ofMillis(20).toNanos();

    private final InetSocketAddress to;
    private final int connections;
    private final Answers answers;
    private volatile long origin = System.nanoTime();
    private volatile boolean isStopped;

    public Loader(int port, int connections, Answers answers) {
        this.to = new InetSocketAddress("127.0.0.1", port);
        this.connections = connections;
        this.answers = answers;
    }

    /** Nanoseconds since the run began. */
    public long now() {
        return System.nanoTime() - origin;
    }

    /** Nothing more is sent; what is under way is still waited for. May be called from any thread. */
    public void stop() {
        isStopped = true;
    }

    /** Returns when all that was due is answered or given up, on the calling thread. */
    public void run(Load load) {
        origin = System.nanoTime();
        try (var selector = Selector.open()) {
            var all = new ArrayList<Connection>();
            var idle = new ArrayDeque<Connection>();
            for (int i = 0; i < connections; i++) {
                var connection = new Connection(selector, to);
                all.add(connection);
                idle.add(connection);
            }
            go(load, selector, all, idle);
            all.forEach(Connection::close);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void go(Load load, Selector selector, List<Connection> all, Deque<Connection> idle) throws IOException {
        long look = LOOK;
        while (true) {
            long due = isStopped ? Load.NEVER : load.due(now());
            while (due <= now() && !idle.isEmpty()) {
                fire(idle.pop(), load.next(), idle);
                due = isStopped ? Load.NEVER : load.due(now());
            }
            if (due == Load.NEVER && idle.size() == all.size()) {
                return;
            }
            await(selector, idle.isEmpty() ? look : Math.min(due, look));
            for (var ready : selector.selectedKeys()) {
                advance((Connection) ready.attachment(), ready, idle);
            }
            selector.selectedKeys().clear();
            if (now() >= look) {
                look = now() + LOOK;
                giveUp(all, idle);
            }
        }
    }

    /** A selector waits in whole milliseconds; the rest of one is spent looking. */
    private void await(Selector selector, long until) throws IOException {
        long wait = TimeUnit.NANOSECONDS.toMillis(until - now());
        if (wait > 0) {
            selector.select(wait);
        } else {
            selector.selectNow();
        }
    }

    private void fire(Connection connection, Shot shot, Deque<Connection> idle) {
        try {
            connection.send(shot, now());
        } catch (IOException e) {
            fail(connection, idle);
            LockSupport.parkNanos(BREATH);
        }
    }

    private void advance(Connection connection, SelectionKey ready, Deque<Connection> idle) {
        try {
            if (connection.isAnswered(ready)) {
                end(connection, idle);
            }
        } catch (IOException | CancelledKeyException e) {
            fail(connection, idle);
        }
    }

    private void end(Connection connection, Deque<Connection> idle) {
        var shot = connection.shot;
        if (shot == null) {
            return;
        }
        long begun = shot.intended() == Shot.WHENEVER ? connection.sent : shot.intended();
        var answer = connection.answer(now(), begun);
        connection.shot = null;
        if (connection.isClosing()) {
            connection.close();
        }
        idle.push(connection);
        answers.answered(shot, answer);
    }

    private void fail(Connection connection, Deque<Connection> idle) {
        var shot = connection.shot;
        connection.close();
        if (shot != null) {
            connection.shot = null;
            idle.addLast(connection);
            long begun = shot.intended() == Shot.WHENEVER ? connection.sent : shot.intended();
            answers.answered(shot, new Answer(Answer.UNKNOWN, NOTHING, 0, connection.sent, now() - begun));
        }
    }

    private void giveUp(List<Connection> all, Deque<Connection> idle) {
        for (var connection : all) {
            if (connection.shot != null && now() - connection.sent > PATIENCE) {
                fail(connection, idle);
            }
        }
    }
}
