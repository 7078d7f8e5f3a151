package org.larum.notifiers.channel;

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
import java.util.function.Function;
import java.util.stream.Collectors;

/** Somebody's web server, in any mood. */
public final class HttpProvider implements ChannelContract.OtherSide {

    /** One call as it came. */
    public record Call(String method, URI uri, Headers headers, byte[] body) {

        public String header(String name) {
            return headers.getFirst(name);
        }

        public String json() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Function<URI, Destination> address;
    private volatile HttpHandler mood = exchange -> exchange.close();

    /** @param address what a channel is told of where it listens */
    public HttpProvider(Function<URI, Destination> address) {
        this.address = address;
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
        calls.add(new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders(),
                exchange.getRequestBody().readAllBytes()));
        mood.handle(exchange);
    }

    public void answers(int status, Map<String, String> headers, String body) {
        mood = exchange -> {
            headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    public List<Call> calls() {
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
                .map(call -> call.method() + " " + call.uri() + "\n"
                        + call.headers().entrySet().stream()
                                .map(header -> header.getKey() + ": "
                                        + header.getValue().getFirst() + "\n")
                                .collect(Collectors.joining())
                        + call.json())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public Destination address() {
        return address.apply(
                URI.create("http://localhost:" + server.getAddress().getPort() + "/"));
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
