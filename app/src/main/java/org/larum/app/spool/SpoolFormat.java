package org.larum.app.spool;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.larum.app.eventstore.EventJson;
import org.larum.app.intake.Detection;
import org.larum.app.intake.Sender;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a request lies in a file: the length of the payload, the CRC32C of that length and the payload, the payload. The payload is
 * the length of a JSON text, that text, and the body as it came. Numbers are big-endian.
 */
final class SpoolFormat {

    static final int HEAD = 8;

    /** Far above any request that passes the doors: what claims more is not a length. */
    static final int LARGEST = 64 * 1024 * 1024;

    private static final JsonMapper JSON = EventJson.configure(JsonMapper.builder())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private record About(
            UUID id,
            Sender sender,
            String dialect,
            Instant receivedAt,
            List<Detection> detections,
            @Nullable String key) {}

    private SpoolFormat() {}

    static ByteBuffer record(SpooledRequest request) {
        var about = JSON.writeValueAsBytes(new About(
                request.id(),
                request.sender(),
                request.dialect(),
                request.receivedAt(),
                request.detections(),
                request.key()));
        int length = Integer.BYTES + about.length + request.body().length;
        var record = ByteBuffer.allocate(HEAD + length)
                .putInt(length)
                .putInt(0)
                .putInt(about.length)
                .put(about)
                .put(request.body());
        return record.putInt(Integer.BYTES, sum(length, record.array(), HEAD)).flip();
    }

    static boolean isWhole(int length, int sum, byte[] payload) {
        return sum(length, payload, 0) == sum;
    }

    /** Fails with {@link JacksonException} or {@link IllegalArgumentException} for what this version cannot read. */
    static SpooledRequest request(byte[] payload) {
        var bytes = ByteBuffer.wrap(payload);
        int length = bytes.remaining() < Integer.BYTES ? -1 : bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
            throw new IllegalArgumentException("a spooled request of another format");
        }
        var about = JSON.readValue(payload, Integer.BYTES, length, About.class);
        var body = new byte[bytes.remaining() - length];
        bytes.get(Integer.BYTES + length, body);
        return new SpooledRequest(
                about.id(), about.sender(), about.dialect(), body, about.receivedAt(), about.detections(), about.key());
    }

    private static int sum(int length, byte[] bytes, int from) {
        var sum = new CRC32C();
        sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
        sum.update(bytes, from, bytes.length - from);
        return (int) sum.getValue();
    }
}
