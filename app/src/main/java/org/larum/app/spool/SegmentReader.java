package org.larum.app.spool;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads the requests of one file, from an offset to an end, until something is not as it was written. */
final class SegmentReader implements AutoCloseable {

    enum Stop {
        /** Everything was read. */
        END,
        /** The file ends within a record: its writer was killed. */
        TORN,
        /** A whole record is not what was written. */
        CORRUPT
    }

    private final DataInputStream in;
    private final long end;
    private long at;
    private @Nullable Stop stop;

    SegmentReader(Path file, long from, long end) throws IOException {
        this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 256 * 1024));
        this.end = end;
        this.at = from;
        in.skipNBytes(from);
    }

    /** The offset behind the last request that was read. */
    long at() {
        return at;
    }

    /** Why there is no next one. */
    Stop stop() {
        return stop == null ? Stop.END : stop;
    }

    List<SpooledRequest> next(int most) throws IOException {
        var batch = new ArrayList<SpooledRequest>(most);
        while (batch.size() < most) {
            var one = next();
            if (one == null) {
                return batch;
            }
            batch.add(one);
        }
        return batch;
    }

    /** Null when there is no next one. */
    @Nullable
    SpooledRequest next() throws IOException {
        long left = end - at;
        if (stop != null || left == 0) {
            return null;
        }
        if (left < SpoolFormat.HEAD) {
            return stopped(Stop.TORN);
        }
        int length = in.readInt();
        int sum = in.readInt();
        if (length <= 0 || length > SpoolFormat.LARGEST) {
            return stopped(Stop.CORRUPT);
        }
        if (length > left - SpoolFormat.HEAD) {
            return stopped(Stop.TORN);
        }
        var payload = in.readNBytes(length);
        return payload.length == length && SpoolFormat.isWhole(length, sum, payload)
                ? read(payload)
                : stopped(Stop.CORRUPT);
    }

    private @Nullable SpooledRequest read(byte[] payload) {
        try {
            var request = SpoolFormat.request(payload);
            at += SpoolFormat.HEAD + (long) payload.length;
            return request;
        } catch (JacksonException | IllegalArgumentException e) {
            return stopped(Stop.CORRUPT);
        }
    }

    private @Nullable SpooledRequest stopped(Stop why) {
        stop = why;
        return null;
    }

    /** Whether a whole record stands anywhere in there: then a damaged length only looks like a torn tail. */
    static boolean holdsRecord(Path file, long from, long end) throws IOException {
        byte[] tail;
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(from);
            tail = in.readNBytes((int) (end - from));
        }
        var bytes = ByteBuffer.wrap(tail);
        for (int i = 1; i <= tail.length - SpoolFormat.HEAD; i++) {
            int length = bytes.getInt(i);
            int start = i + SpoolFormat.HEAD;
            if (length > 0
                    && length <= tail.length - start
                    && SpoolFormat.isWhole(
                            length, bytes.getInt(i + Integer.BYTES), Arrays.copyOfRange(tail, start, start + length))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
