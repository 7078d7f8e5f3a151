package org.larum.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One kept connection, with at most one request under way. */
final class Connection {

    private final Selector selector;
    private final InetSocketAddress to;
    private final ResponseBuffer response = new ResponseBuffer();
    private @Nullable SocketChannel channel;
    private @Nullable SelectionKey key;
    private ByteBuffer out = ByteBuffer.allocate(0);

    @Nullable
    Shot shot;

    long sent;

    Connection(Selector selector, InetSocketAddress to) {
        this.selector = selector;
        this.to = to;
    }

    void send(Shot next, long now) throws IOException {
        shot = next;
        sent = now;
        out = ByteBuffer.wrap(next.request());
        response.clear();
        if (channel == null) {
            open();
        } else {
            write();
        }
    }

    /** Loopback connects at once or not at all, so connecting may block. */
    private void open() throws IOException {
        var fresh = SocketChannel.open();
        channel = fresh;
        fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
        fresh.connect(to);
        fresh.configureBlocking(false);
        key = fresh.register(selector, SelectionKey.OP_READ, this);
        write();
    }

    private void write() throws IOException {
        if (channel != null && key != null) {
            channel.write(out);
            key.interestOps(out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        }
    }

    /** Goes on after the selector has called; true when the answer is complete. */
    boolean isAnswered(SelectionKey ready) throws IOException {
        if (ready.isWritable()) {
            write();
        }
        if (ready.isReadable() && channel != null) {
            if (response.readFrom(channel) < 0) {
                throw new EOFException("the server closed the connection");
            }
            return shot != null && response.isComplete();
        }
        return false;
    }

    Answer answer(long now, long begun) {
        return response.answer(sent, now - begun);
    }

    boolean isClosing() {
        return response.isClosing();
    }

    void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // it is given up anyway
        }
        channel = null;
        key = null;
        response.clear();
    }
}
