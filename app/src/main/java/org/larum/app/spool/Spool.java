package org.larum.app.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.larum.app.config.Settings;
import org.larum.app.spool.Spooled.Kept;
import org.larum.app.spool.Spooled.Refused;
import org.larum.app.spool.Spooled.Why;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An append-only log in files, for requests that cannot reach the database. What {@link #append} has kept survives a kill and a
 * power cut, and comes back from {@link #drain} at least once, in the order in which it was kept.
 */
public final class Spool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final long SEGMENT_BYTES = 8L * 1024 * 1024;
    private static final long GROUP_BYTES = 4L * 1024 * 1024;
    private static final int GROUP_RECORDS = 1024;

    /**
     * What waits to be drained. {@code oldest}: when the first of them was received, or the one taken before it; null when there
     * is none. {@code setAside}: damaged files that a person must look at.
     */
    public record Depth(long records, long bytes, @Nullable Instant oldest, int setAside) {}

    private record Waiting(ByteBuffer record, Instant receivedAt, CompletableFuture<Spooled> answer) {}

    private final Path directory;
    private final long cap;
    private final long segmentBytes;
    private final Disk disk;
    private final FileChannel owner;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread writer;

    /** Held while files are written and counted; never while a consumer works. */
    private final ReentrantLock lock = new ReentrantLock();

    private final ReentrantLock draining = new ReentrantLock();
    private final Deque<Segment> segments = new ArrayDeque<>();
    private long nextNumber = 1;
    private long bytes;
    private long records;
    private int setAside;
    private Disk.@Nullable Writing writing;
    private volatile boolean isFailing;
    private volatile boolean isClosed;
    private volatile Depth depth = new Depth(0, 0, null, 0);

    /**
     * Opens the directory, and makes it if need be. A torn tail is cut and a damaged file is marked, both with an error in the
     * log. Blocking: reads what is there.
     *
     * @param cap most bytes in all files together
     */
    public static Spool open(Path directory, long cap) {
        return open(directory, cap, SEGMENT_BYTES, Disk.REAL);
    }

    static Spool open(Path directory, long cap, long segmentBytes, Disk disk) {
        try {
            return new Spool(directory, cap, segmentBytes, disk);
        } catch (IOException e) {
            throw new UncheckedIOException("The spool " + directory + " cannot be read or written", e);
        }
    }

    private Spool(Path directory, long cap, long segmentBytes, Disk disk) throws IOException {
        this.directory = directory;
        this.cap = cap;
        this.segmentBytes = segmentBytes;
        this.disk = disk;
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        this.owner = own(directory);
        find();
        this.writer = Thread.ofPlatform().name("spool").daemon().start(this::writing);
    }

    /** Two processes in one directory would cut each other's tails. */
    private static FileChannel own(Path directory) throws IOException {
        var channel = FileChannel.open(
                directory.resolve("lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process: the same answer
        }
        channel.close();
        throw new Settings.Wrong("Another Larum already runs on " + directory.getParent()
                + ". Stop it first, or give this one a directory of its own with LARUM_DATA.");
    }

    private void find() throws IOException {
        List<Path> files;
        try (var listed = Files.list(directory)) {
            files = listed.sorted(Comparator.comparing(Path::toString)).toList();
        }
        for (var file : files) {
            if (Segment.isAside(file)) {
                setAside++;
            } else if (Segment.isOne(file)) {
                var segment = Segment.found(file);
                segments.add(segment);
                bytes += segment.end;
                records += segment.left;
                nextNumber = segment.number + 1;
            }
        }
        if (setAside > 0) {
            LOG.error("{} damaged files lie in {}; confirmed detections may be in them", setAside, directory);
        }
        if (records > 0) {
            LOG.warn("{} requests of before wait in {} for the database", records, directory);
        }
        count();
    }

    /** Returns when each is on the disk, or refused. Blocking; whoever waits at the same time shares one fsync. */
    public List<Spooled> append(List<SpooledRequest> requests) {
        return requests.stream().map(this::begin).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private CompletableFuture<Spooled> begin(SpooledRequest request) {
        var waiting = new Waiting(SpoolFormat.record(request), request.receivedAt(), new CompletableFuture<>());
        if (isClosed) {
            return CompletableFuture.completedFuture(closed());
        }
        queue.add(waiting);
        if (isClosed) {
            // The writer may have looked for the last time: whoever is second to answer is not heard.
            waiting.answer().complete(closed());
        }
        return waiting.answer();
    }

    private static Spooled closed() {
        return new Refused(Why.CLOSED, "Larum is stopping");
    }

    /** Cheap: no lock, no file. */
    public Depth depth() {
        return depth;
    }

    /** Whether a request would be kept now. Blocking: after a failure it tries the disk. */
    public boolean hasRoom() {
        return !isClosed && depth.bytes() < cap && (!isFailing || canWrite());
    }

    private boolean canWrite() {
        var probe = directory.resolve("probe");
        try {
            Files.deleteIfExists(probe);
            try (var file = disk.create(probe)) {
                file.write(new ByteBuffer[] {ByteBuffer.allocate(4096)});
                file.force();
            }
            Files.delete(probe);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void writing() {
        try {
            while (!isClosed) {
                write(group(queue.take()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // Also when the thread ends in an error: nobody may wait for it in vain.
            isClosed = true;
            for (var waiting = queue.poll(); waiting != null; waiting = queue.poll()) {
                waiting.answer().complete(closed());
            }
        }
    }

    private List<Waiting> group(Waiting first) {
        var group = new ArrayList<Waiting>();
        long size = 0;
        for (var next = first; next != null; next = queue.poll()) {
            group.add(next);
            size += next.record().remaining();
            if (size >= GROUP_BYTES || group.size() == GROUP_RECORDS) {
                break;
            }
        }
        return group;
    }

    private void write(List<Waiting> group) {
        var fitting = new ArrayList<Waiting>(group.size());
        Spooled answer = new Refused(Why.DISK, "the disk took nothing");
        lock.lock();
        try {
            long size = 0;
            for (var waiting : group) {
                if (bytes + size + waiting.record().remaining() <= cap) {
                    size += waiting.record().remaining();
                    fitting.add(waiting);
                }
            }
            if (!fitting.isEmpty()) {
                keep(fitting, size);
                answer = new Kept();
            }
        } catch (IOException e) {
            answer = new Refused(Why.DISK, "the disk took nothing: " + e.getMessage());
            failed(e);
        } finally {
            count();
            lock.unlock();
            for (var waiting : fitting) {
                waiting.answer().complete(answer);
            }
            var full = new Refused(Why.FULL, "the spool has reached its cap of " + cap + " bytes");
            // Those that fitted have their answer already.
            group.forEach(waiting -> waiting.answer().complete(full));
        }
    }

    private void keep(List<Waiting> fitting, long size) throws IOException {
        var open = writing == null || segments.getLast().end >= segmentBytes ? begin() : writing;
        open.write(fitting.stream().map(Waiting::record).toArray(ByteBuffer[]::new));
        open.force();
        var segment = segments.getLast();
        segment.end += size;
        segment.left += fitting.size();
        if (segment.oldest == null) {
            segment.oldest = fitting.getFirst().receivedAt();
        }
        bytes += size;
        records += fitting.size();
        if (isFailing) {
            isFailing = false;
            LOG.info("the spool can be written again");
        }
    }

    private Disk.Writing begin() throws IOException {
        seal();
        var segment = new Segment(directory, nextNumber++);
        try {
            var begun = disk.create(segment.file);
            segments.add(segment);
            writing = begun;
            return begun;
        } catch (IOException e) {
            Files.deleteIfExists(segment.file);
            throw e;
        }
    }

    /** After a failed write nobody knows what is in the file behind its last good end: it is cut there and left. */
    private void failed(IOException e) {
        if (!isFailing) {
            LOG.error(
                    "the spool in {} cannot be written; detections are refused while the database is away",
                    directory,
                    e);
        }
        isFailing = true;
        if (writing != null) {
            try {
                writing.cut(segments.getLast().end);
            } catch (IOException again) {
                LOG.debug("what was not confirmed stays behind the end of the file", again);
            }
            seal();
            dropIfEmpty(segments.getLast());
        }
    }

    private void dropIfEmpty(Segment segment) {
        if (segment.end > 0) {
            return;
        }
        try {
            Files.deleteIfExists(segment.file);
            segments.remove(segment);
        } catch (IOException e) {
            LOG.debug("an empty segment stays until it is drained", e);
        }
    }

    /** Nothing more is written to the newest segment. */
    private void seal() {
        if (writing == null) {
            return;
        }
        try {
            writing.close();
        } catch (IOException e) {
            LOG.debug("a segment was not closed cleanly; what is in it was forced before", e);
        }
        writing = null;
    }

    /**
     * Gives everything that was there at the call to the consumer, oldest first, in batches. What the consumer throws comes out
     * here; that batch and all after it stay. A file is deleted when everything in it was taken: after a kill in between its
     * requests come again. Blocking; one at a time. Answers how many requests were taken.
     */
    public long drain(int batchSize, Consumer<List<SpooledRequest>> consumer) {
        draining.lock();
        try {
            long taken = 0;
            for (var segment : sealed()) {
                taken += drain(segment, batchSize, consumer);
            }
            return taken;
        } finally {
            draining.unlock();
        }
    }

    private List<Segment> sealed() {
        lock.lock();
        try {
            seal();
            return List.copyOf(segments);
        } finally {
            lock.unlock();
        }
    }

    private long drain(Segment segment, int batchSize, Consumer<List<SpooledRequest>> consumer) {
        long taken = 0;
        try (var reader = new SegmentReader(segment.file, segment.taken, segment.end)) {
            var batch = reader.next(batchSize);
            while (!batch.isEmpty()) {
                consumer.accept(batch);
                taken += batch.size();
                advance(segment, reader.at(), batch);
                batch = reader.next(batchSize);
            }
            if (reader.stop() != SegmentReader.Stop.END) {
                damaged(segment, "while it was drained");
            }
        } catch (IOException e) {
            damaged(segment, "while it was drained: " + e);
        }
        remove(segment);
        return taken;
    }

    private void advance(Segment segment, long at, List<SpooledRequest> batch) {
        lock.lock();
        try {
            segment.taken = at;
            segment.left -= batch.size();
            segment.oldest = batch.getLast().receivedAt();
            records -= batch.size();
            count();
        } finally {
            lock.unlock();
        }
    }

    private void damaged(Segment segment, String when) {
        lock.lock();
        try {
            bytes -= segment.end - segment.taken;
            segment.end = segment.taken;
            segment.corrupted(when);
        } finally {
            lock.unlock();
        }
    }

    private void remove(Segment segment) {
        lock.lock();
        try {
            segment.remove();
            setAside += segment.isCorrupt ? 1 : 0;
            segments.remove(segment);
            bytes -= segment.end;
            records -= segment.left;
            count();
        } catch (IOException e) {
            LOG.error(
                    "{} was drained but cannot be removed; its requests come again at the next start", segment.file, e);
        } finally {
            lock.unlock();
        }
    }

    private void count() {
        Instant oldest = null;
        for (var segment : segments) {
            if (segment.left > 0) {
                oldest = segment.oldest;
                break;
            }
        }
        depth = new Depth(records, bytes, oldest, setAside);
    }

    /** Keeps nothing more; what is being written is finished first. */
    @Override
    public void close() {
        isClosed = true;
        // Not an interrupt, which would close the file under the writer.
        queue.add(new Waiting(ByteBuffer.allocate(0), Instant.EPOCH, new CompletableFuture<>()));
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lock.lock();
        try {
            seal();
            owner.close();
        } catch (IOException e) {
            LOG.debug("the lock of the spool was not released cleanly; the end of the process does it", e);
        } finally {
            lock.unlock();
        }
    }
}
