package org.larum.app.outbound;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.larum.notifiers.channel.OutboundHttp.Answer;
import org.reactivestreams.Publisher;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClientResponse;

/** How far one call came, and what was heard so far. Written by the network's thread, read by the caller's. */
final class Exchange {

    static final int MOST = 64 * 1024;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private boolean isStarted;
    private int status;
    private @Nullable String retryAfter;

    /** From now on the other side may have heard something. */
    synchronized void started() {
        isStarted = true;
    }

    synchronized boolean isStarted() {
        return isStarted;
    }

    Publisher<Void> answered(HttpClientResponse head, ByteBufFlux content) {
        synchronized (this) {
            status = head.status().code();
            retryAfter = head.responseHeaders().get("Retry-After");
        }
        return content.asByteArray().takeUntil(this::isFullWith).then();
    }

    private synchronized boolean isFullWith(byte[] more) {
        body.write(more, 0, Math.min(more.length, MOST - body.size()));
        return body.size() >= MOST;
    }

    synchronized boolean hasAnswer() {
        return status != 0;
    }

    synchronized Answer answer() {
        return new Answer(status, retryAfter, body.toString(StandardCharsets.UTF_8));
    }
}
