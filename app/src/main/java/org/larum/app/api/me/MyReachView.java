package org.larum.app.api.me;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.schedule.DoNotDisturbView;

/**
 * Whether and how Larum reaches somebody. {@code file}: what describes them, so that nothing can be changed here; null when they may.
 * {@code yaml}: the same as a part of a file. {@code mine}: what they may change, in the shape of the file. {@code passed} of all
 * {@code checks}. {@code rest}: how long they are left alone.
 */
public record MyReachView(
        String word,
        String name,
        List<String> teams,
        Instant at,
        @Nullable String file,
        String yaml,
        Map<String, Object> mine,
        String headline,
        String sentence,
        int passed,
        List<MyCheck> checks,
        List<MyWay> ways,
        List<MyOrder> orders,
        DoNotDisturbView rest,
        MyDutyView duty) {

    /**
     * {@code sentence}: what is so, or is not yet. {@code at}: when it was last seen to be so. {@code remedy}: where it is mended: by a
     * "test" over {@code channel}, at the "quiet" hours, at the "rest", at the "order", at the "devices" or at the "number"; null when
     * nothing helps.
     */
    public record MyCheck(
            String check,
            boolean passed,
            String sentence,
            @Nullable String detail,
            @Nullable Instant at,
            @Nullable String remedy,
            @Nullable String channel) {}

    /**
     * {@code name}: of the way, as people call it. {@code address}: as it may be shown over a shoulder. {@code missing}: why nothing can
     * be sent this way, as a sentence; null when it can. {@code told}: the newest message; {@code test}: the newest test.
     * {@code unverified}: it leads to a number of which nobody has shown that it is theirs.
     */
    public record MyWay(
            String channel,
            String name,
            @Nullable String address,
            boolean setUp,
            String state,
            @Nullable String missing,
            @Nullable MyDelivery told,
            @Nullable MyDelivery test,
            @Nullable Instant confirmedAt,
            boolean unverified) {

        boolean isUsable() {
            return missing == null;
        }

        boolean isWorking() {
            return state.equals("works");
        }
    }

    /** {@code at}: when it came to this state. */
    public record MyDelivery(
            UUID id,
            String state,
            @Nullable String reason,
            Instant requestedAt,
            Instant at,
            @Nullable Instant confirmedAt) {}

    /**
     * The ways that would be gone now. {@code wished}: by the person; otherwise it is Larum's usual order. {@code heldUntil}: what comes
     * now waits so long, for quiet hours or because they asked not to be disturbed; null when it is gone at once.
     */
    public record MyOrder(
            String severity,
            boolean wished,
            boolean heldInQuietHours,
            @Nullable Instant heldUntil,
            List<MyStep> ways) {}

    public record MyStep(
            String channel,
            String name,
            long afterSeconds,
            @Nullable Long everySeconds) {}
}
