package org.larum.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.larum.app.intake.FairShare.Decision.ADMITTED;
import static org.larum.app.intake.FairShare.Decision.KEY_IS_GREEDY;
import static org.larum.app.intake.FairShare.Decision.SERVER_IS_FULL;

import java.util.ArrayDeque;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.larum.app.intake.FairShare.Decision;
import org.larum.domain.directory.IntegrationId;

class FairShareTest {

    private static final IntegrationId NOISY = IntegrationId.of("noisy");
    private static final IntegrationId QUIET = IntegrationId.of("quiet");
    private static final IntegrationId THIRD = IntegrationId.of("third");
    private static final long BYTES = 1L << 40;
    private static final long MEBI = 1024 * 1024;

    /** Of 10,000: what the noisy key and a third one hold, who asks, and for how many. */
    @ParameterizedTest
    @CsvSource({
        // nothing is scarce up to the half
        "    0,    0, noisy, 5000, ADMITTED",
        " 4999,    0, noisy,    1, ADMITTED",
        " 4999,    0, quiet,    1, ADMITTED",
        // above, nobody may hold more than the share of two, or of three
        " 5000,    0, noisy,    1, ADMITTED",
        " 4000, 1500, noisy,  900, ADMITTED",
        " 5000,  500, noisy,    1, KEY_IS_GREEDY",
        " 5200,  500, quiet,    1, ADMITTED",
        " 5200,  500, third,    1, ADMITTED",
        " 3000, 2500, quiet, 2000, ADMITTED",
        " 3334, 2500, quiet, 1000, ADMITTED",
        // alone it may hold all but the slice
        " 7999,    0, noisy,    1, ADMITTED",
        " 8000,    0, noisy,    1, SERVER_IS_FULL",
        // the slice is for those who hold little: a tenth of a share of two or three
        " 8000,    0, quiet,  500, ADMITTED",
        " 8000,    0, quiet,  501, SERVER_IS_FULL",
        " 4000, 4000, quiet,  333, ADMITTED",
        " 4000, 4000, noisy,    1, SERVER_IS_FULL",
        " 5500, 2500, noisy,    1, KEY_IS_GREEDY",
        // and then it is full
        " 9000, 1000, quiet,    1, SERVER_IS_FULL",
        " 9000,  999, quiet,    1, ADMITTED",
        " 9000,  999, quiet,    2, SERVER_IS_FULL"
    })
    void aKeyIsDecidedByWhatItHoldsAndWhatAllHold(int noisy, int third, String who, int more, Decision decision) {
        var share = new FairShare(10_000, BYTES);
        fill(share, NOISY, noisy);
        fill(share, THIRD, third);
        assertThat(share.admit(IntegrationId.of(who), more, more)).isEqualTo(decision);
        assertThat(share.detections()).isEqualTo(noisy + third + (decision == ADMITTED ? more : 0));
    }

    /** Past the rules, to begin in the middle: admitted before the other keys were there. */
    private static void fill(FairShare share, IntegrationId key, int detections) {
        if (detections > 0) {
            share.hold(key, detections, detections);
        }
    }

    /** Of 100 MiB. */
    @ParameterizedTest
    @CsvSource({
        "40, 10, ADMITTED",
        "50,  1, KEY_IS_GREEDY",
        "50, 30, KEY_IS_GREEDY",
        "45,  5, ADMITTED",
        "45,  6, KEY_IS_GREEDY",
    })
    void bytesAreSharedLikeDetections(long held, long more, Decision decision) {
        var share = new FairShare(1_000_000, 100 * MEBI);
        share.hold(NOISY, 1, held * MEBI);
        share.hold(QUIET, 1, 1);
        assertThat(share.admit(NOISY, 1, more * MEBI - 1)).isEqualTo(decision);
    }

    @Test
    void aThousandDetectionsAreNobodysGreed() {
        var share = new FairShare(10_000, BYTES);
        for (int i = 0; i < 100; i++) {
            share.hold(IntegrationId.of("key-" + i), 60, 60);
        }
        assertThat(share.admit(NOISY, 1000, 1000)).isEqualTo(ADMITTED);
        assertThat(share.admit(NOISY, 1, 1)).isEqualTo(KEY_IS_GREEDY);
    }

    @Test
    void whatIsLargerThanTheServerIsTakenWhenItComesAlone() {
        var share = new FairShare(10, 10);
        assertThat(share.admit(NOISY, 1000, 1000)).isEqualTo(ADMITTED);
        assertThat(share.admit(QUIET, 1, 1)).isEqualTo(SERVER_IS_FULL);
        share.release(NOISY, 1000, 1000);
        assertThat(share.admit(QUIET, 1, 1)).isEqualTo(ADMITTED);
    }

    @Test
    void moreThanWasAdmittedIsNeverReleased() {
        var share = new FairShare(10, 10);
        share.admit(NOISY, 2, 2);
        assertThatThrownBy(() -> share.release(NOISY, 3, 2)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> share.release(QUIET, 1, 1)).isInstanceOf(IllegalStateException.class);
        share.release(NOISY, 2, 2);
        assertThat(share.holders()).isZero();
    }

    /** One sends a hundred times what each of nineteen others do, and more than the server can store. */
    @ParameterizedTest
    @CsvSource({"20261125, 1", "20261126, 7", "20261127, 20", "20261128, 100"})
    void aQuietKeyIsNeverStarvedByANoisyOne(long seed, int batch) {
        record Request(IntegrationId key, int detections, long bytes) {}
        var random = new Random(seed);
        var share = new FairShare(20_000, 48 * MEBI);
        var queue = new ArrayDeque<Request>();
        long offered = 0;
        long accepted = 0;
        long refused = 0;
        long quietOffered = 0;
        long quietAccepted = 0;
        for (int tick = 0; tick < 4000; tick++) {
            // of a hundred requests of the noisy key one of a quiet one, in no order
            for (int i = 0; i < 119; i++) {
                boolean isQuiet = random.nextInt(119) < 19 && random.nextInt(19) < 1 + random.nextInt(19);
                var key = isQuiet ? IntegrationId.of("quiet-" + random.nextInt(19)) : NOISY;
                var request = new Request(key, 1 + random.nextInt(batch), 200L * batch);
                var decision = share.admit(key, request.detections(), request.bytes());
                offered++;
                quietOffered += isQuiet ? 1 : 0;
                if (decision == ADMITTED) {
                    accepted++;
                    quietAccepted += isQuiet ? 1 : 0;
                    queue.add(request);
                } else {
                    refused++;
                }
            }
            // the server takes half of what is offered
            for (int i = 0; i < 60 && !queue.isEmpty(); i++) {
                var done = queue.remove();
                share.release(done.key(), done.detections(), done.bytes());
            }
        }
        assertThat(accepted + refused).isEqualTo(offered);
        assertThat(refused).isGreaterThan(offered / 10);
        assertThat(quietOffered).isGreaterThan(1000);
        assertThat(quietAccepted).isGreaterThanOrEqualTo((long) Math.ceil(quietOffered * 0.999));
        queue.forEach(done -> share.release(done.key(), done.detections(), done.bytes()));
        assertThat(share.detections()).isZero();
        assertThat(share.bytes()).isZero();
        assertThat(share.holders()).isZero();
    }

    @Test
    void manyThreadsLeaveItEmptyWhenTheyAreDone() throws Exception {
        var share = new FairShare(5000, MEBI);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var done = threads.invokeAll(IntStream.range(0, 4)
                    .<Callable<Integer>>mapToObj(seed -> () -> admitAndRelease(share, seed))
                    .toList());
            for (var one : done) {
                assertThat(one.get()).isPositive();
            }
        }
        assertThat(share.detections()).isZero();
        assertThat(share.bytes()).isZero();
        assertThat(share.holders()).isZero();
    }

    private static int admitAndRelease(FairShare share, int seed) {
        var random = new Random(seed);
        int admitted = 0;
        for (int i = 0; i < 50_000; i++) {
            var key = IntegrationId.of("key-" + random.nextInt(5));
            int n = random.nextInt(3000);
            if (share.admit(key, n, n) == ADMITTED) {
                admitted++;
                share.release(key, n, n);
            }
        }
        return admitted;
    }
}
