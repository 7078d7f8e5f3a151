package org.larum.notifiers.channel;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The only way out over HTTP. Whoever implements it guards the destination: see {@link Refused}. */
public interface OutboundHttp {

    /** What is asked of the other side. */
    enum Method {
        GET,
        POST,
        PUT,
        DELETE
    }

    /**
     * Calls and waits for the whole answer. Follows no redirect; reads at most 64 KiB of the body.
     *
     * @param body sent as it is; not with {@link Method#GET} and {@link Method#DELETE}
     * @throws Refused when the address is one that Larum does not call
     * @throws IOException when there was no answer: {@link NotSent} if surely nothing was sent
     */
    Answer call(Method method, URI url, Map<String, String> headers, byte[] body, Duration timeout) throws IOException;

    default Answer post(URI url, Map<String, String> headers, byte[] body, Duration timeout) throws IOException {
        return call(Method.POST, url, headers, body, timeout);
    }

    /** For what may be asked twice. */
    default Answer get(URI url, Map<String, String> headers, Duration timeout) throws IOException {
        return call(Method.GET, url, headers, new byte[0], timeout);
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
