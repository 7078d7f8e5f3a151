package org.larum.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of a request.
 *
 * @param status of HTTP; {@link #UNKNOWN} when the connection broke or no answer came in time
 * @param sent when its first byte left, in nanoseconds of the loader's clock
 * @param took from when it was intended (or, if whenever, from when it was sent) to the last byte of the answer
 */
public record Answer(int status, byte[] bytes, int headLength, long sent, long took) {

    public static final int UNKNOWN = 0;

    public boolean isAccepted() {
        return status >= 200 && status < 300;
    }

    public String body() {
        return new String(bytes, headLength, bytes.length - headLength, StandardCharsets.UTF_8);
    }

    public Optional<String> header(String name) {
        var head = new String(bytes, 0, headLength, StandardCharsets.ISO_8859_1);
        var wanted = name.toLowerCase(Locale.ROOT) + ":";
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(wanted))
                .map(line -> line.substring(wanted.length()).strip())
                .findFirst();
    }
}
