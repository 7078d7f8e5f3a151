package org.larum.app.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file of the spool and how far it has come. Guarded by the spool's lock. */
final class Segment {

    private static final Logger LOG = LoggerFactory.getLogger(Segment.class);
    private static final String ASIDE = ".corrupt";

    final long number;
    final Path file;

    /** The offset up to which everything is on the disk and good. */
    long end;

    /** The offset up to which the consumer took everything. */
    long taken;

    /** Requests that nobody took yet. */
    long left;

    boolean isCorrupt;

    /** When the first request that is left was received, or the one before it. */
    @Nullable
    Instant oldest;

    Segment(Path directory, long number) {
        this(number, directory.resolve("spool-%020d.log".formatted(number)));
    }

    private Segment(long number, Path file) {
        this.number = number;
        this.file = file;
    }

    static boolean isOne(Path file) {
        return file.getFileName().toString().matches("spool-\\d{20}\\.log");
    }

    static boolean isAside(Path file) {
        return file.getFileName().toString().endsWith(ASIDE);
    }

    /** As an earlier process left it: a torn tail is cut; what follows a corrupt record is left out, but not removed. */
    static Segment found(Path file) throws IOException {
        var name = file.getFileName().toString();
        var segment = new Segment(Long.parseLong(name.substring("spool-".length(), name.lastIndexOf('.'))), file);
        long size = Files.size(file);
        try (var reader = new SegmentReader(file, 0, size)) {
            for (var request = reader.next(); request != null; request = reader.next()) {
                segment.left++;
                if (segment.oldest == null) {
                    segment.oldest = request.receivedAt();
                }
            }
            segment.end = reader.at();
            switch (reader.stop()) {
                case END -> {}
                case TORN -> {
                    if (SegmentReader.holdsRecord(file, reader.at(), size)) {
                        segment.corrupted("at the start");
                    } else {
                        segment.cut(size);
                    }
                }
                case CORRUPT -> segment.corrupted("at the start");
            }
        }
        return segment;
    }

    private void cut(long size) throws IOException {
        LOG.error(
                "the last {} bytes of {} are a request that was being written when Larum was killed, and was never"
                        + " confirmed; they are cut off. {} whole requests stand before them.",
                size - end,
                file,
                left);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(end);
            channel.force(true);
        }
    }

    void corrupted(String when) {
        isCorrupt = true;
        LOG.error(
                "{} is damaged from byte {} on (noticed {}): the requests before that are drained, and the file is"
                        + " then kept as {}. Confirmed detections may be in the rest of it.",
                file,
                end,
                when,
                aside().getFileName());
    }

    /** After everything in it was taken. */
    void remove() throws IOException {
        if (isCorrupt) {
            Files.move(file, aside(), StandardCopyOption.ATOMIC_MOVE);
            LOG.error("the damaged {} was set aside as {}", file, aside().getFileName());
        } else {
            Files.deleteIfExists(file);
        }
    }

    private Path aside() {
        return file.resolveSibling(file.getFileName() + ASIDE);
    }
}
