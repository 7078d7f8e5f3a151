package org.larum.bench.alerts;

import org.larum.bench.load.Shot;

/** What a Prometheus posts to an Alertmanager: the same bodies for everybody who is measured. */
public final class Prometheus {

    private static final int SERVICES = 50;

    private Prometheus() {}

    /**
     * A request with {@code batch} alerts.
     *
     * @param first the number of the first alert; equal numbers are equal alerts
     * @param kinds how many different alerts there are: numbers are taken modulo this
     */
    public static Shot shot(String path, long first, int batch, long kinds) {
        var body = new StringBuilder(260 * batch + 2).append('[');
        for (int i = 0; i < batch; i++) {
            if (i > 0) {
                body.append(',');
            }
            alert(body, (first + i) % kinds);
        }
        var bytes = Shot.post(path, "", body.append(']').toString());
        return new Shot(bytes, first, batch, Shot.WHENEVER);
    }

    private static void alert(StringBuilder body, long number) {
        body.append("{\"labels\":{\"alertname\":\"HighLatency\",\"instance\":\"i");
        body.append(100_000_000 + number);
        body.append("\",\"service\":\"s").append(100 + number % SERVICES);
        body.append("\",\"severity\":\"high\"},\"annotations\":{\"summary\":\"Requests take longer than a second\"},");
        body.append("\"startsAt\":\"2026-11-20T00:00:00Z\",\"generatorURL\":\"http://prometheus.example.test/graph\"}");
    }

    /** The words of the services that the alerts name. */
    public static String[] services() {
        var words = new String[SERVICES];
        for (int i = 0; i < SERVICES; i++) {
            words[i] = "s" + (100 + i);
        }
        return words;
    }
}
