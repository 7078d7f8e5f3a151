package org.larum.app.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.larum.app.spool.SpoolExamples.PLENTY;
import static org.larum.app.spool.SpoolExamples.append;
import static org.larum.app.spool.SpoolExamples.asKilled;
import static org.larum.app.spool.SpoolExamples.drained;
import static org.larum.app.spool.SpoolExamples.files;
import static org.larum.app.spool.SpoolExamples.number;
import static org.larum.app.spool.SpoolExamples.request;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.larum.app.config.Settings;
import org.larum.app.spool.Spooled.Kept;
import org.larum.app.spool.Spooled.Refused;
import org.larum.app.spool.Spooled.Why;
import org.larum.domain.shared.Monday;

class SpoolTest {

    @TempDir
    Path temp;

    private Path directory;

    @BeforeEach
    void name() {
        directory = temp.resolve("spool");
    }

    private Spool small(long segmentBytes) {
        return Spool.open(directory, PLENTY, segmentBytes, Disk.REAL);
    }

    @Test
    void whatWasKeptComesBackAsItWasInItsOrder() throws IOException {
        try (var spool = Spool.open(directory, PLENTY)) {
            for (long n = 1; n <= 20; n++) {
                assertThat(append(spool, request(n))).isEqualTo(new Kept());
            }
            var seen = new ArrayList<SpooledRequest>();
            assertThat(spool.drain(8, seen::addAll)).isEqualTo(20);
            assertThat(seen)
                    .usingRecursiveFieldByFieldElementComparator()
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 20)
                            .mapToObj(SpoolExamples::request)
                            .toList());
            assertThat(files(directory)).isEmpty();
            assertThat(spool.depth()).isEqualTo(new Spool.Depth(0, 0, null, 0));
        }
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        try (var spool = Spool.open(directory, PLENTY)) {
            append(spool, request(1));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                    .isEqualTo("rwx------");
            try (var all = Files.list(directory)) {
                assertThat(all.toList())
                        .hasSize(2)
                        .allSatisfy(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void itsDepthTellsWhatWaitsAndSinceWhen() {
        try (var spool = small(1)) {
            append(spool, request(5));
            append(spool, request(6));
            var depth = spool.depth();
            assertThat(depth.records()).isEqualTo(2);
            assertThat(depth.bytes()).isBetween(400L, 1500L);
            assertThat(depth.oldest()).isEqualTo(Monday.at(5));
            assertThatThrownBy(() -> spool.drain(1, batch -> {
                        if (number(batch.getFirst()) == 6) {
                            throw new IllegalStateException("away again");
                        }
                    }))
                    .hasMessage("away again");
            assertThat(spool.depth().records()).isEqualTo(1);
            assertThat(spool.depth().oldest()).isEqualTo(Monday.at(6));
        }
    }

    @Test
    void aTornTailIsCutAtEveryByteOfTheLastRequest() throws IOException {
        byte[] whole;
        int last;
        try (var spool = Spool.open(directory, PLENTY)) {
            append(spool, request(1));
            append(spool, request(2));
            last = (int) Files.size(files(directory).getFirst());
            append(spool, request(3));
            whole = Files.readAllBytes(files(directory).getFirst());
        }
        for (int size = last; size <= whole.length; size++) {
            var torn = Files.createDirectories(temp.resolve("torn-" + size));
            var file = torn.resolve(files(directory).getFirst().getFileName());
            Files.write(file, Arrays.copyOf(whole, size));
            try (var spool = Spool.open(torn, PLENTY)) {
                boolean isWhole = size == whole.length;
                assertThat(Files.size(file)).isEqualTo(isWhole ? whole.length : last);
                append(spool, request(4));
                assertThat(drained(spool)).isEqualTo(isWhole ? List.of(1L, 2L, 3L, 4L) : List.of(1L, 2L, 4L));
                assertThat(spool.depth().setAside()).isZero();
            }
        }
    }

    /** Also in a length, which then looks like a torn tail: what stands behind it was confirmed. */
    @Test
    void aDamagedRequestInTheMiddleStopsItsFileWhichIsSetAside() throws IOException {
        byte[] whole;
        int begin;
        int end;
        try (var spool = Spool.open(directory, PLENTY)) {
            append(spool, request(1));
            begin = (int) Files.size(files(directory).getFirst());
            append(spool, request(2));
            end = (int) Files.size(files(directory).getFirst());
            append(spool, request(3));
            whole = Files.readAllBytes(files(directory).getFirst());
        }
        for (int at = begin; at < end; at++) {
            var copy = Files.createDirectories(temp.resolve("damaged-" + at));
            var damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(copy.resolve(files(directory).getFirst().getFileName()), damaged);
            try (var spool = Spool.open(copy, PLENTY)) {
                append(spool, request(4));
                assertThat(drained(spool)).as("damaged at " + at).containsExactly(1L, 4L);
                assertThat(spool.depth().setAside()).isEqualTo(1);
                assertThat(files(copy)).singleElement().satisfies(aside -> {
                    assertThat(aside.getFileName()).hasToString("spool-00000000000000000001.log.corrupt");
                    assertThat(Files.readAllBytes(aside)).isEqualTo(damaged);
                });
            }
        }
    }

    @Test
    void aFileThatIsDamagedWhileTheServerRunsIsSetAsideToo() throws IOException {
        try (var spool = small(1)) {
            append(spool, request(1));
            append(spool, request(2));
            var first = files(directory).getFirst();
            var bytes = Files.readAllBytes(first);
            bytes[bytes.length - 1] ^= 1;
            Files.write(first, bytes);
            assertThat(drained(spool)).containsExactly(2L);
            assertThat(spool.depth()).isEqualTo(new Spool.Depth(0, 0, null, 1));
        }
        try (var again = Spool.open(directory, PLENTY)) {
            assertThat(again.depth()).isEqualTo(new Spool.Depth(0, 0, null, 1));
        }
    }

    @Test
    void twoWhoAppendTenThousandLoseNothingAndEachKeepsItsOrder() throws Exception {
        try (var spool = small(256 * 1024);
                var callers = Executors.newFixedThreadPool(2)) {
            var done = List.of(
                    callers.submit(() -> LongStream.range(0, 5000).allMatch(n -> isKept(spool, n))),
                    callers.submit(() -> LongStream.range(5000, 10_000).allMatch(n -> isKept(spool, n))));
            for (var one : done) {
                assertThat(one.get()).isTrue();
            }
            assertThat(spool.depth().records()).isEqualTo(10_000);
            assertThat(files(directory)).hasSizeGreaterThan(5);
            var seen = drained(spool);
            assertThat(seen.stream().filter(n -> n < 5000)).isSorted().hasSize(5000);
            assertThat(seen.stream().filter(n -> n >= 5000)).isSorted().hasSize(5000);
            assertThat(files(directory)).isEmpty();
        }
    }

    private static boolean isKept(Spool spool, long n) {
        return append(spool, request(n)) instanceof Kept;
    }

    @Test
    void whatComesWhileItIsDrainedWaitsForTheNextDrain() {
        try (var spool = Spool.open(directory, PLENTY)) {
            append(spool, request(1));
            var seen = new ArrayList<Long>();
            spool.drain(10, batch -> {
                batch.forEach(request -> seen.add(number(request)));
                assertThat(append(spool, request(seen.size() + 1L))).isEqualTo(new Kept());
            });
            assertThat(seen).containsExactly(1L);
            assertThat(drained(spool)).containsExactly(2L);
        }
    }

    @Test
    void beyondItsCapItRefusesAndTakesAgainWhenThereIsRoom() {
        int each = SpoolFormat.record(request(1)).remaining();
        try (var spool = Spool.open(directory, 2L * each, 1, Disk.REAL)) {
            assertThat(append(spool, request(1))).isEqualTo(new Kept());
            assertThat(spool.hasRoom()).isTrue();
            assertThat(append(spool, request(3))).isEqualTo(new Kept());
            assertThat(spool.hasRoom()).isFalse();
            assertThat(append(spool, request(5)))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.why()).isEqualTo(Why.FULL));
            assertThat(drained(spool)).containsExactly(1L, 3L);
            assertThat(append(spool, request(5))).isEqualTo(new Kept());
        }
    }

    @Test
    void whatAConsumerThrowsLeavesItsBatchAndAllBehindIt() {
        try (var spool = small(1)) {
            for (long n = 1; n <= 6; n++) {
                append(spool, request(n));
            }
            var seen = new ArrayList<Long>();
            assertThatThrownBy(() -> spool.drain(1, batch -> {
                        if (seen.size() == 3) {
                            throw new IllegalStateException("away again");
                        }
                        batch.forEach(request -> seen.add(number(request)));
                    }))
                    .hasMessage("away again");
            assertThat(seen).containsExactly(1L, 2L, 3L);
            assertThat(drained(spool)).containsExactly(4L, 5L, 6L);
        }
    }

    @Test
    void aKillInTheMiddleOfADrainGivesTheRestOfTheFileTwiceAndLosesNothing() throws IOException {
        try (var spool = Spool.open(directory, PLENTY)) {
            for (long n = 1; n <= 10; n++) {
                append(spool, request(n));
            }
            var killed = new ArrayList<Path>();
            spool.drain(4, batch -> {
                try {
                    killed.add(asKilled(directory, temp.resolve("killed-" + killed.size())));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(killed).hasSize(3);
            for (var image : killed) {
                try (var again = Spool.open(image, PLENTY)) {
                    assertThat(again.depth().records()).isEqualTo(10);
                    append(again, request(11));
                    assertThat(drained(again))
                            .containsExactlyElementsOf(
                                    LongStream.rangeClosed(1, 11).boxed().toList());
                }
            }
        }
    }

    @Test
    void whatWasConfirmedIsThereAfterAKillAtAnyMoment() throws IOException {
        try (var spool = small(700)) {
            for (long n = 1; n <= 12; n++) {
                append(spool, request(n));
                try (var again = Spool.open(asKilled(directory, temp.resolve("killed-" + n)), PLENTY)) {
                    assertThat(drained(again))
                            .containsExactlyElementsOf(
                                    LongStream.rangeClosed(1, n).boxed().toList());
                }
            }
        }
    }

    @Test
    void twoProcessesNeverShareIt() {
        try (var spool = Spool.open(directory, PLENTY)) {
            assertThat(spool.hasRoom()).isTrue();
            assertThatThrownBy(() -> Spool.open(directory, PLENTY))
                    .isInstanceOf(Settings.Wrong.class)
                    .hasMessageContaining("LARUM_DATA");
        }
        Spool.open(directory, PLENTY).close();
    }

    @Test
    void aClosedOneRefuses() {
        var spool = Spool.open(directory, PLENTY);
        spool.close();
        assertThat(append(spool, request(1)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.why()).isEqualTo(Why.CLOSED));
        assertThat(spool.hasRoom()).isFalse();
    }
}
