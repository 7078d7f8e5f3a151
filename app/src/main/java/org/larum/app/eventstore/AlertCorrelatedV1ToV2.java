package org.larum.app.eventstore;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One alert that joined became a list of one. */
final class AlertCorrelatedV1ToV2 extends SingleEventUpcaster {

    private static final SimpleSerializedType FROM = new SimpleSerializedType("correlation.AlertCorrelated", "1");
    private static final SimpleSerializedType TO = new SimpleSerializedType("correlation.AlertCorrelated", "2");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(FROM);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(TO, JsonNode.class, AlertCorrelatedV1ToV2::listed);
    }

    private static JsonNode listed(JsonNode event) {
        var changed = ((ObjectNode) event).deepCopy();
        changed.set("joining", JsonNodeFactory.instance.arrayNode().add(event.get("joining")));
        return changed;
    }
}
