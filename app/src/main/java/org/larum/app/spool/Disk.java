package org.larum.app.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** Makes the files that the spool writes; a test puts one in its place that is full. */
interface Disk {

    /** A new file, for its owner alone; fails when it exists. */
    Writing create(Path file) throws IOException;

    /** One file that grows at its end. */
    interface Writing extends AutoCloseable {

        void write(ByteBuffer[] records) throws IOException;

        /** Returns when everything written is on the disk. */
        void force() throws IOException;

        /** Cuts what was written behind the offset. */
        void cut(long offset) throws IOException;

        @Override
        void close() throws IOException;
    }

    Disk REAL = file -> {
        var channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        forceDirectory(Objects.requireNonNull(file.getParent()));
        return new Writing() {
            @Override
            public void write(ByteBuffer[] records) throws IOException {
                while (records[records.length - 1].hasRemaining()) {
                    channel.write(records);
                }
            }

            @Override
            public void force() throws IOException {
                channel.force(false);
            }

            @Override
            public void cut(long offset) throws IOException {
                channel.truncate(offset);
                channel.force(true);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    };

    /** Without this the name of a new file may be lost, and with it what was forced into it. */
    static void forceDirectory(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
