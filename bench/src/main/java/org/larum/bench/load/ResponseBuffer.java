package org.larum.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Collects the bytes of one response until it is whole: by its length, or by its last chunk. */
final class ResponseBuffer {

    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final int UNREAD = -1;

    private ByteBuffer in = ByteBuffer.allocate(4096);
    private int headLength = UNREAD;
    private int length;
    private int status;
    private boolean isChunked;
    private boolean isClosing;

    void clear() {
        in.clear();
        headLength = UNREAD;
    }

    int readFrom(SocketChannel channel) throws IOException {
        int all = 0;
        while (true) {
            if (!in.hasRemaining()) {
                in = ByteBuffer.allocate(in.capacity() * 2).put(in.flip());
            }
            int read = channel.read(in);
            if (read <= 0) {
                return all == 0 ? read : all;
            }
            all += read;
        }
    }

    boolean isComplete() {
        if (headLength == UNREAD && !isHeadComplete()) {
            return false;
        }
        if (!isChunked) {
            return in.position() >= headLength + length;
        }
        int from = in.position() - LAST_CHUNK.length;
        return from >= headLength && Arrays.equals(in.array(), from, in.position(), LAST_CHUNK, 0, LAST_CHUNK.length);
    }

    private boolean isHeadComplete() {
        var bytes = in.array();
        for (int i = 3; i < in.position(); i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                headLength = i + 1;
                readHead(new String(bytes, 0, headLength, StandardCharsets.ISO_8859_1));
                return true;
            }
        }
        return false;
    }

    private void readHead(String head) {
        status = Integer.parseInt(head, 9, 12, 10);
        length = 0;
        isChunked = false;
        isClosing = false;
        for (var line : head.toLowerCase(Locale.ROOT).split("\r\n")) {
            if (line.startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            } else if (line.startsWith("transfer-encoding:")) {
                isChunked = line.contains("chunked");
            } else if (line.startsWith("connection:")) {
                isClosing = line.contains("close");
            }
        }
    }

    boolean isClosing() {
        return isClosing;
    }

    Answer answer(long sent, long took) {
        return new Answer(status, Arrays.copyOf(in.array(), in.position()), headLength, sent, took);
    }
}
