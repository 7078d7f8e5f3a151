package org.larum.notifiers.channel;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The only way out over HTTP. Whoever implements it guards the destination: see {@link Refused}. */
public interface OutboundHttp {

    /**
     * Posts and waits for the whole answer. Follows no redirect; reads at most 64 KiB of the body.
     *
     * @throws Refused when the address is one that Larum does not call
     * @throws IOException when there was no answer: {@link NotSent} if surely nothing was sent
     */
    Answer post(URI url, Map<String, String> headers, byte[] body, Duration timeout) throws IOException;

    /** The same with GET; for what may be asked twice. */
    default Answer get(URI url, Map<String, String> headers, Duration timeout) throws IOException {
        throw new Refused("nothing can be fetched over this way out");
    }

    /** {@code retryAfter}: the header as it came. */
    record Answer(int status, @Nullable String retryAfter, String body) {}

    /** The destination is not allowed; the message names the reason and no secret. */
    final class Refused extends IOException {
        public Refused(String reason) {
            super(reason);
        }
    }

    /** The connection was never made. */
    final class NotSent extends IOException {
        public NotSent(String reason) {
            super(reason);
        }
    }
}
