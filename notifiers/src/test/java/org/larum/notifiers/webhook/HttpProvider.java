package org.larum.notifiers.webhook;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.larum.notifiers.channel.ChannelContract.OtherSide;
import org.larum.notifiers.channel.Destination;
import org.larum.notifiers.channel.Destination.Endpoint;
import org.larum.notifiers.channel.Secret;

/** Somebody's web server, in any mood. */
final class HttpProvider implements OtherSide {

    /** One call as it came. */
    record Call(Headers headers, byte[] body) {

        String header(String name) {
            return headers.getFirst(name);
        }

        String json() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Secret secret;
    private volatile HttpHandler mood = exchange -> exchange.close();

    HttpProvider(Secret secret) {
        this.secret = secret;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        calls.add(
                new Call(exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes()));
        mood.handle(exchange);
    }

    void answers(int status, Map<String, String> headers, String body) {
        mood = exchange -> {
            headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    List<Call> calls() {
        return calls;
    }

    @Override
    public void accepts() {
        answers(204, Map.of(), "");
    }

    @Override
    public void refusesForGood() {
        answers(410, Map.of(), "");
    }

    @Override
    public void asksToTryLater() {
        answers(503, Map.of(), "");
    }

    @Override
    public void fallsSilent() {
        mood = exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @Override
    public void hangsUp() {
        mood = HttpExchange::close;
    }

    @Override
    public void goesAway() {
        server.stop(0);
    }

    @Override
    public String heard() {
        return calls.stream()
                .map(call -> call.headers().entrySet().stream()
                                .map(header -> header.getKey() + ": "
                                        + header.getValue().getFirst() + "\n")
                                .collect(Collectors.joining())
                        + call.json())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public Destination address() {
        return new Endpoint(
                URI.create("http://localhost:" + server.getAddress().getPort() + "/hook?token=battery"), secret);
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
