package org.larum.bench.jmh;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.larum.app.eventstore.EventJson;

/** A raised alert as it lies in the log. */
final class Samples {

    private static final String RAISED = """
            {"alert":"16cf304a-c79f-5b7c-a490-45a0331fc82b","source":{"integration":"26eeccd7-5300-5e4e-b987-50d5d093a186",
            "key":"disk-full","cycle":1,"raw":"00000000-0000-7000-8000-0000000000a1","details":null},
            "place":{"service":"59beaadc-8a95-54c1-9c7d-569950959191","team":null,"component":"cart"},
            "severity":"HIGH","summary":"Disk of cart-1 is 95 % full","labels":{"alertname":"DiskFull","host":"cart-1"},
            "links":[],"at":"2026-11-23T09:00:00Z"}""";

    private Samples() {}

    static SerializedObject<byte[]> written() {
        return new SimpleSerializedObject<>(
                RAISED.getBytes(StandardCharsets.UTF_8), byte[].class, "alert.AlertRaised", "1");
    }

    static Object raised(EventJson json) {
        return json.deserialize(written());
    }

    static DomainEventMessage<Object> message(Object payload) {
        return new GenericDomainEventMessage<>("Alert", UUID.randomUUID().toString(), 0, payload);
    }
}
