package org.larum.app.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** Reads a request body within the limits; of one that is too large, no more is kept than the limit and one buffer. */
final class BodyReader {

    static final int MOST_SENT = 512 * 1024;
    static final int MOST_UNPACKED = 4 * 1024 * 1024;
    static final int MOST_RATIO = 100;
    private static final Duration SLOWEST = Duration.ofSeconds(10);

    private BodyReader() {}

    /** What was sent, still packed; empty for a request without a body. Fails with {@link BodyRefused}. */
    static Mono<byte[]> read(ServerHttpRequest request) {
        if (request.getHeaders().getContentLength() > MOST_SENT) {
            return Mono.error(tooLarge());
        }
        return DataBufferUtils.join(request.getBody(), MOST_SENT)
                .map(BodyReader::bytes)
                .defaultIfEmpty(new byte[0])
                .timeout(SLOWEST)
                .onErrorMap(DataBufferLimitException.class, e -> tooLarge())
                .onErrorMap(
                        TimeoutException.class,
                        e -> new BodyRefused(408, null, "The body did not arrive within ten seconds; send it again."));
    }

    static byte[] unpacked(byte[] sent, @Nullable String encoding) {
        var word = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "", "identity" -> sent;
            case "gzip", "x-gzip" -> gunzip(sent);
            default -> throw new BodyRefused(415, null, "Content-Encoding must be gzip or absent.");
        };
    }

    private static byte[] gunzip(byte[] sent) {
        long most = Math.min(MOST_UNPACKED, (long) MOST_RATIO * sent.length);
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            byte[] body = gzip.readNBytes((int) most + 1);
            if (body.length > most) {
                var sentence = "A compressed body may unpack to at most 4 MiB and to 100 times its size; send less.";
                throw new BodyRefused(413, null, sentence);
            }
            return body;
        } catch (IOException e) {
            throw new BodyRefused(400, null, "The body is not the gzip data that Content-Encoding promises.");
        }
    }

    private static byte[] bytes(DataBuffer buffer) {
        try {
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return bytes;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private static BodyRefused tooLarge() {
        return new BodyRefused(413, null, "The body is larger than 512 KiB; send it in parts or with gzip.");
    }
}
