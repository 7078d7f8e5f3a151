package org.larum.bench.larum;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.larum.bench.alerts.Detections;
import org.larum.bench.load.Answers;
import org.larum.bench.load.Load;
import org.larum.bench.load.Loader;
import org.larum.bench.load.Shot;
import org.larum.bench.load.Tally;
import org.larum.bench.machine.Pause;

/** Opens incidents over HTTP, each by one alert of a service of its own, and knows their ids. */
public final class Incidents {

    private static final int CONNECTIONS = 4;

    private Incidents() {}

    /** Adds the services that {@link #open} will need. */
    public static void services(ConfigFile config, String prefix, int count) {
        for (int i = 0; i < count; i++) {
            config.service(prefix + i, null);
        }
    }

    /** Answers the ids by the words of the services, when the list shows all of them. */
    public static Map<String, String> open(LarumServer server, String prefix, int count, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        var missing = new TreeSet<Long>();
        LongStream.range(0, count).forEach(missing::add);
        while (!missing.isEmpty() && System.nanoTime() < end) {
            send(server, prefix, missing);
        }
        if (!Pause.until(patience, () -> ids(server, prefix).size() >= count)) {
            throw new IllegalStateException("Only " + ids(server, prefix).size() + " of " + count
                    + " incidents opened in " + patience.toSeconds() + " s; not taken: " + missing.size());
        }
        return ids(server, prefix);
    }

    /** One round; who is told 503 sends again. */
    private static void send(LarumServer server, String prefix, Set<Long> missing) {
        var round = missing.stream().mapToLong(n -> n).toArray();
        Answers answers = (shot, answer) -> {
            if (answer.isAccepted()) {
                missing.remove(shot.number());
            }
        };
        new Loader(server.port(), CONNECTIONS, answers).run(Load.open(round.length, i -> 0, i -> {
            var word = prefix + round[(int) i];
            return Detections.trigger(ConfigFile.NATIVE_KEY, word, word, round[(int) i], Shot.WHENEVER);
        }));
    }

    private static Map<String, String> ids(LarumServer server, String prefix) {
        var ids = new TreeMap<String, String>();
        server.api().each("/api/incidents?state=open", one -> {
            var word = one.path("service").path("word").asString("");
            if (word.startsWith(prefix)) {
                ids.put(word, one.path("id").asString(""));
            }
        });
        return ids;
    }

    /** Acknowledges all of them, evenly over a time. */
    public static Tally acknowledge(LarumServer server, Map<String, String> ids, Duration over) {
        var all = ids.values().toArray(String[]::new);
        var tally = new Tally();
        double rate = all.length / (over.toMillis() / 1000.0);
        new Loader(server.port(), CONNECTIONS * 16, tally)
                .run(Load.open(all.length, rate, (n, at) -> acknowledgement(all[(int) n], n, at)));
        return tally;
    }

    private static Shot acknowledgement(String id, long number, long at) {
        var path = "/api/incidents/" + id + "/acknowledge";
        return new Shot(Shot.post(path, authorization(), "{}"), number, 1, at);
    }

    static String authorization() {
        return "Authorization: Bearer " + LarumServer.ADMIN + "\r\n";
    }

    /** Reads one page again and again, for its latency. */
    public static Tally read(LarumServer server, String path, int times) {
        var request = Shot.get(path, authorization());
        var tally = new Tally();
        new Loader(server.port(), 2, tally).run(Load.open(times, n -> 0, n -> new Shot(request, n, 1, Shot.WHENEVER)));
        return tally;
    }
}
