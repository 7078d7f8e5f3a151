package org.larum.app.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on this machine that takes one request per connection and then does as told. */
final class RawServer implements AutoCloseable {

    /** What happens once the request has been read. */
    @FunctionalInterface
    interface Mood {
        void meet(Socket socket) throws IOException;
    }

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private final Mood mood;
    private final Thread accepting;

    RawServer(Mood mood) {
        this.mood = mood;
        try {
            server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accepting = Thread.ofVirtual().start(this::accept);
    }

    static Mood saying(String answer) {
        return socket -> socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
    }

    static Mood silent() {
        return socket -> socket.getInputStream().readAllBytes();
    }

    URI uri(String host) {
        return URI.create("http://" + host + ":" + server.getLocalPort() + "/hook");
    }

    int port() {
        return server.getLocalPort();
    }

    /** The requests, as they came. */
    List<String> heard() {
        return heard;
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            return; // closed: nothing more to hear
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            heard.add(request(socket));
            mood.meet(socket);
        } catch (IOException e) {
            open.remove(socket); // the client left
        }
    }

    /** Up to the last byte that Content-Length promises. */
    private static String request(Socket socket) throws IOException {
        var text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            text.append((char) next(socket));
        }
        String head = text.toString();
        String length = head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .findFirst()
                .orElse("content-length: 0");
        byte[] body = socket.getInputStream()
                .readNBytes(Integer.parseInt(length.substring(15).strip()));
        return head + new String(body, StandardCharsets.UTF_8);
    }

    private static int next(Socket socket) throws IOException {
        int b = socket.getInputStream().read();
        if (b < 0) {
            throw new IOException("no request");
        }
        return b;
    }

    @Override
    public void close() {
        try {
            server.close();
            // Until its thread has left, the kernel may still take a connection in for it.
            accepting.join();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
