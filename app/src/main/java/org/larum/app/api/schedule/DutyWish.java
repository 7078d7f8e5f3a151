package org.larum.app.api.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people send to agree on something. A time is written with its zone or as the wall time of the zone it is about (of the schedule;
 * for absences of the person); a day alone is its midnight. {@code person}: a word or an id, and whoever calls when it is left out.
 */
final class DutyWish {

    private DutyWish() {}

    /** {@code instead}: leave it out to stand in for everybody. */
    public record OverrideWish(
            @Nullable String person,
            @Nullable String instead,
            @Nullable String from,
            @Nullable String until,
            @Nullable String reason) {}

    /** {@code people}: those who are asked; everybody else of the schedule when it is left out. */
    public record CoverWish(
            @Nullable String schedule,
            @Nullable String person,
            @Nullable String from,
            @Nullable String until,
            @Nullable List<String> people,
            @Nullable SwapWish swap,
            @Nullable String reason) {}

    /** The shift, or the part of it, that the asker takes over from the one who is asked. */
    public record SwapWish(@Nullable String from, @Nullable String until) {}

    /** All that is open when the time is left out. */
    public record TakeWish(
            @Nullable String person,
            @Nullable String from,
            @Nullable String until) {}

    public record AbsenceWish(
            @Nullable String person,
            @Nullable String from,
            @Nullable String until,
            @Nullable String reason) {}
}
