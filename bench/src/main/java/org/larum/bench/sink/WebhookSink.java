package org.larum.bench.sink;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** Takes every POST and answers 200. */
public final class WebhookSink implements AutoCloseable {

    /** Hears of each call, on a thread of its own. */
    public interface Ear {
        void came(String path, String id, byte[] body, long nanos);
    }

    private final HttpServer server;
    private final Ear ear;
    private final boolean isReading;
    private final LongAdder calls = new LongAdder();

    /** Only counts: bodies are thrown away as they come. */
    public static WebhookSink counting() {
        return new WebhookSink((path, id, body, nanos) -> {}, false);
    }

    public static WebhookSink telling(Ear ear) {
        return new WebhookSink(ear, true);
    }

    private WebhookSink(Ear ear, boolean isReading) {
        this.ear = ear;
        this.isReading = isReading;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange call) throws IOException {
        try (call) {
            calls.increment();
            if (isReading) {
                var id = call.getRequestHeaders().getFirst("webhook-id");
                var path = call.getRequestURI().getPath();
                ear.came(path, id == null ? "" : id, call.getRequestBody().readAllBytes(), System.nanoTime());
            } else {
                call.getRequestBody().transferTo(OutputStream.nullOutputStream());
            }
            call.sendResponseHeaders(200, -1);
        }
    }

    public long calls() {
        return calls.sum();
    }

    public String url() {
        return url("hook");
    }

    /** Several webhooks can share it, each with a path of its own. */
    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
