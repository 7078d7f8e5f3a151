package org.larum.notifiers.source;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A host or a service in the words of Icinga's API, version 1. Names go as variables of the filter: no name is a part of it.
 */
record IcingaProblem(String host, @Nullable String service) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int IS_SO = 409;
    private static final int NOBODY = 404;

    /** What was answered. */
    enum Said {
        DONE,
        /** It is no problem, or it is acknowledged. */
        IS_SO,
        /** There is no such host or service. */
        NOBODY,
        ELSE
    }

    /** Null when the labels name no host. */
    static @Nullable IcingaProblem of(Map<String, String> labels) {
        var host = labels.get("host");
        var service = labels.get("service");
        return host == null || host.isBlank()
                ? null
                : new IcingaProblem(host, service == null || service.isBlank() ? null : service);
    }

    byte[] acknowledgement(String author, String comment, Instant until) {
        var body = named(author);
        body.put("comment", comment);
        body.put("expiry", until.getEpochSecond());
        body.put("sticky", false);
        body.put("notify", false);
        body.put("persistent", false);
        return JSON.writeValueAsBytes(body);
    }

    byte[] withdrawal(String author) {
        return JSON.writeValueAsBytes(named(author));
    }

    private Map<String, Object> named(String author) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", service == null ? "Host" : "Service");
        body.put("filter", "host.name == larum_host" + (service == null ? "" : " && service.name == larum_service"));
        body.put(
                "filter_vars",
                service == null ? Map.of("larum_host", host) : Map.of("larum_host", host, "larum_service", service));
        body.put("author", author);
        return body;
    }

    /** Icinga answers with a status for each object that it found, and with one of its own when it found none. */
    static Said said(int status, String body) {
        var json = read(body);
        int code = json.at("/results/0/code").asInt(0);
        if (code == 0 && status == NOBODY && json.path("status").asString("").startsWith("No objects found")) {
            return Said.NOBODY;
        }
        return switch (code) {
            case IS_SO -> Said.IS_SO;
            case NOBODY -> Said.NOBODY;
            default -> code / 100 == 2 ? Said.DONE : Said.ELSE;
        };
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
