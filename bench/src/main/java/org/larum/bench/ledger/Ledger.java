package org.larum.bench.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * One line for each request: id, when it was sent in milliseconds, and the status that came (0: none). Forced to the disk at most
 * every tenth of a second, since the disk is also that of the server which is measured.
 */
public final class Ledger implements AutoCloseable {

    private static final long FORCE = Duration.ofMillis(100).toNanos();

    private final Path file;
    private final FileChannel channel;
    private long forced = System.nanoTime();

    public Ledger(Path file) {
        this.file = file;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized void write(String id, long sentMillis, int status) {
        try {
            var line = id + " " + sentMillis + " " + status + "\n";
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            if (System.nanoTime() - forced > FORCE) {
                channel.force(false);
                forced = System.nanoTime();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ids of those that were answered 2xx, read from the file. */
    public Set<String> accepted() {
        var accepted = new LinkedHashSet<String>();
        try (var lines = Files.lines(file)) {
            lines.map(line -> line.split(" "))
                    .filter(words -> words[2].startsWith("2"))
                    .forEach(words -> accepted.add(words[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return accepted;
    }

    public long lines() {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.force(true);
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
