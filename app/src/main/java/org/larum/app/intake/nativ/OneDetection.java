package org.larum.app.intake.nativ;

import java.time.Instant;
import org.larum.app.intake.BodyRefused;
import org.larum.app.intake.Detection;
import org.larum.app.intake.Item;
import tools.jackson.databind.JsonNode;

/** Reads a detection in Larum's own format for whoever is no sender. */
public final class OneDetection {

    private OneDetection() {}

    /** Fails with {@link BodyRefused}, whose sentence names the field. */
    public static Detection read(JsonNode body, Instant at) {
        if (!body.isObject()) {
            throw new BodyRefused(400, null, "The detection must be one JSON object.");
        }
        return switch (NativeTranslator.translate(body, at).getFirst()) {
            case Item.Valid(var detection) -> detection;
            case Item.Invalid(var field, var reason) ->
                throw new BodyRefused(400, field, "\"" + field + "\" " + reason + ".");
        };
    }
}
