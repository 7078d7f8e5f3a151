package org.larum.bench.steady;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.larum.bench.sink.WebhookSink;
import tools.jackson.databind.json.JsonMapper;

/** When the webhook first heard that the incident of a service was opened. */
final class Arrivals implements WebhookSink.Ear {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Long> first = new ConcurrentHashMap<>();

    @Override
    public void came(String path, String id, byte[] body, long nanos) {
        var message = JSON.readTree(body);
        if (message.path("type").asString("").equals("incident.triggered")) {
            first.merge(message.path("incident").path("service").asString(""), nanos, Math::min);
        }
    }

    Map<String, Long> first() {
        return first;
    }
}
