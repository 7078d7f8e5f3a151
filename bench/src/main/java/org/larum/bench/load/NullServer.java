package org.larum.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Answers 200 to every request and does nothing: what the loader reaches against it is the loader's own ceiling. */
public final class NullServer implements AutoCloseable {

    private static final byte[] OK =
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    private final Selector selector;
    private final ServerSocketChannel door;
    private final ByteBuffer in = ByteBuffer.allocate(1 << 16);

    /** The requests must all be of one length, since it reads nothing but lengths. */
    public NullServer(int requestLength) {
        try {
            selector = Selector.open();
            door = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
            door.configureBlocking(false);
            door.register(selector, SelectionKey.OP_ACCEPT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("null-server").start(() -> serve(requestLength));
    }

    public int port() {
        return door.socket().getLocalPort();
    }

    private void serve(int requestLength) {
        try {
            while (selector.isOpen()) {
                selector.select(key -> turn(key, requestLength));
            }
        } catch (IOException | ClosedSelectorException e) {
            // it was closed
        }
    }

    private void turn(SelectionKey key, int requestLength) {
        try {
            if (key.isAcceptable()) {
                var channel = door.accept();
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ, new int[1]);
            } else {
                read((SocketChannel) key.channel(), (int @Nullable []) key.attachment(), requestLength);
            }
        } catch (IOException e) {
            key.cancel();
        }
    }

    private void read(SocketChannel channel, int @Nullable [] soFar, int requestLength) throws IOException {
        int read = channel.read(in.clear());
        if (read < 0 || soFar == null) {
            channel.close();
            return;
        }
        soFar[0] += read;
        while (soFar[0] >= requestLength) {
            soFar[0] -= requestLength;
            channel.write(ByteBuffer.wrap(OK));
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
