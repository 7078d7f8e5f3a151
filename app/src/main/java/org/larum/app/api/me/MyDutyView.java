package org.larum.app.api.me;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.Named;

/** When somebody is on call, over all schedules. {@code now}: null while they are not. */
public record MyDutyView(@Nullable MyDutyNow now, List<MyShift> shifts) {

    /** {@code until}: the last end of those that run; null when no end is in sight. */
    public record MyDutyNow(List<Named> schedules, @Nullable Instant until) {}

    /** Turns that follow each other without a pause are one. {@code from}: null when it runs. */
    public record MyShift(
            Named schedule,
            @Nullable String layer,
            @Nullable Instant from,
            @Nullable Instant until) {}
}
