package org.larum.app.api.schedule;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule in the list: who has it now, and who has it from {@code change} on, which may be some of the same; {@code change} is null when
 * nothing changes for two months.
 */
public record ScheduleLineView(
        UUID id,
        String word,
        String name,
        String timeZone,
        List<DutyView> now,
        List<DutyView> next,
        boolean isGap,
        @Nullable Instant change) {}
