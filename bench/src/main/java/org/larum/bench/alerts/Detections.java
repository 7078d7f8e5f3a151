package org.larum.bench.alerts;

import java.util.function.LongFunction;
import org.larum.bench.load.Shot;

/** Requests in Larum's own format, one detection each. */
public final class Detections {

    private static final String PATH = "/api/detections";

    private Detections() {}

    public static Shot trigger(String senderKey, String key, String service, long number, long intended) {
        var body = "{\"key\":\"" + key + "\",\"severity\":\"high\",\"summary\":\"Requests take longer than a second\","
                + "\"service\":\"" + service + "\",\"labels\":{\"instance\":\"" + key + "\"}}";
        return shot(senderKey, body, number, intended);
    }

    public static Shot resolve(String senderKey, String key, long number, long intended) {
        return shot(senderKey, "{\"key\":\"" + key + "\",\"action\":\"resolve\"}", number, intended);
    }

    /** Many of one service in one request; their keys are numbered from {@code first}. */
    public static Shot wave(String senderKey, String action, String service, long first, int batch, long intended) {
        var body = new StringBuilder("[");
        for (long n = first; n < first + batch; n++) {
            body.append(n == first ? "" : ",")
                    .append("{\"key\":\"")
                    .append(service)
                    .append('-')
                    .append(n);
            body.append("\",\"action\":\"").append(action).append("\",\"severity\":\"high\",\"service\":\"");
            body.append(service).append("\",\"summary\":\"The network is gone\"}");
        }
        var one = shot(senderKey, body.append(']').toString(), first, intended);
        return new Shot(one.request(), first, batch, intended);
    }

    /** Many in one request, each of a service of its own choosing; their keys are numbered from {@code first}. */
    public static Shot spread(String senderKey, LongFunction<String> service, long first, int batch, long intended) {
        var body = new StringBuilder("[");
        for (long n = first; n < first + batch; n++) {
            body.append(n == first ? "" : ",").append("{\"key\":\"fault-").append(n);
            body.append("\",\"action\":\"trigger\",\"severity\":\"high\",\"service\":\"");
            body.append(service.apply(n)).append("\",\"summary\":\"Requests fail\"}");
        }
        var one = shot(senderKey, body.append(']').toString(), first, intended);
        return new Shot(one.request(), first, batch, intended);
    }

    private static Shot shot(String senderKey, String body, long number, long intended) {
        var header = "Authorization: Bearer " + senderKey + "\r\n";
        return new Shot(Shot.post(PATH, header, body), number, 1, intended);
    }
}
