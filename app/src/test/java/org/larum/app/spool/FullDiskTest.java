package org.larum.app.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.spool.SpoolExamples.PLENTY;
import static org.larum.app.spool.SpoolExamples.append;
import static org.larum.app.spool.SpoolExamples.asKilled;
import static org.larum.app.spool.SpoolExamples.drained;
import static org.larum.app.spool.SpoolExamples.files;
import static org.larum.app.spool.SpoolExamples.request;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.larum.app.spool.Spooled.Kept;
import org.larum.app.spool.Spooled.Refused;
import org.larum.app.spool.Spooled.Why;

class FullDiskTest {

    enum Fault {
        NO_FILE,
        HALF_A_WRITE,
        NO_FORCE,
        NO_FORCE_AND_NO_CUT
    }

    private static final class Sick implements Disk {

        private Fault fault = Fault.NO_FILE;
        private boolean isSick;

        @Override
        public Writing create(Path file) throws IOException {
            fail(Fault.NO_FILE);
            var real = REAL.create(file);
            return new Writing() {
                @Override
                public void write(ByteBuffer[] records) throws IOException {
                    if (isSick && fault == Fault.HALF_A_WRITE) {
                        real.write(new ByteBuffer[] {records[0].duplicate().limit(records[0].limit() / 2)});
                    }
                    fail(Fault.HALF_A_WRITE);
                    real.write(records);
                }

                @Override
                public void force() throws IOException {
                    fail(Fault.NO_FORCE);
                    fail(Fault.NO_FORCE_AND_NO_CUT);
                    real.force();
                }

                @Override
                public void cut(long offset) throws IOException {
                    fail(Fault.NO_FORCE_AND_NO_CUT);
                    real.cut(offset);
                }

                @Override
                public void close() throws IOException {
                    real.close();
                }
            };
        }

        private void fail(Fault which) throws IOException {
            if (isSick && fault == which) {
                throw new IOException("No space left on device");
            }
        }
    }

    private final Sick disk = new Sick();

    @TempDir
    Path temp;

    /** The size is that of a segment: at 1 every request wants a file of its own. */
    @ParameterizedTest
    @EnumSource
    void aFullDiskRefusesAndWhatWasKeptStaysReadable(Fault fault) throws IOException {
        disk.fault = fault;
        for (long segment : new long[] {1, 1 << 20}) {
            if (fault == Fault.NO_FILE && segment > 1) {
                continue;
            }
            var directory = temp.resolve("spool-" + segment);
            try (var spool = Spool.open(directory, PLENTY, segment, disk)) {
                append(spool, request(1));
                disk.isSick = true;
                for (long n = 2; n <= 4; n++) {
                    assertThat(append(spool, request(n)))
                            .isInstanceOfSatisfying(
                                    Refused.class,
                                    refused -> assertThat(refused.why()).isEqualTo(Why.DISK));
                }
                assertThat(spool.hasRoom()).isFalse();
                assertThat(spool.depth().records()).isEqualTo(1);
                disk.isSick = false;
                assertThat(spool.hasRoom()).isTrue();
                assertThat(append(spool, request(5))).isEqualTo(new Kept());
                try (var killed = Spool.open(asKilled(directory, temp.resolve("killed-" + segment)), PLENTY)) {
                    // What was refused may come back when it could not be cut: its sender was told to send it again.
                    assertThat(drained(killed)).contains(1L, 5L).doesNotHaveDuplicates();
                }
                assertThat(drained(spool)).containsExactly(1L, 5L);
                assertThat(files(directory)).isEmpty();
            }
        }
    }
}
