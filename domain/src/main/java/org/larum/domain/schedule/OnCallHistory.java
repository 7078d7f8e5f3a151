package org.larum.domain.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Schedule;
import org.larum.domain.directory.Schedule.ShiftOverride;

/**
 * Who was, is and will be on call. Each version of the schedule answers for the time in which it was in force, and the newest for
 * all that is to come: an edit changes nothing that has been.
 */
public final class OnCallHistory {

    /** How far is looked for the hand-over before and after an instant; a longer shift has no end in sight. */
    private static final Duration IN_SIGHT = Duration.ofDays(400);

    private record Era(Stretch when, OnCallCalendar calendar) {}

    private final List<Era> eras;

    /** What a schedule was from an instant on; null when it was taken out of use. */
    public record Version(Instant since, @Nullable Schedule schedule) {}

    /** @param versions the oldest first; the oldest answers for all that was before it too */
    public OnCallHistory(List<Version> versions, List<ShiftOverride> agreed, List<Away> away) {
        var found = new ArrayList<Era>();
        for (int i = 0; i < versions.size(); i++) {
            var version = versions.get(i);
            var from = i == 0 ? Instant.MIN : version.since();
            var until = i + 1 < versions.size() ? versions.get(i + 1).since() : Instant.MAX;
            if (version.schedule() != null && from.isBefore(until)) {
                found.add(new Era(new Stretch(from, until), new OnCallCalendar(version.schedule(), agreed, away)));
            }
        }
        this.eras = List.copyOf(found);
    }

    public List<Shift> within(Stretch span) {
        var shifts = new ArrayList<Shift>();
        for (var era : eras) {
            era.when().and(span).ifPresent(part -> shifts.addAll(era.calendar().within(part)));
        }
        return joined(shifts);
    }

    /** Where two versions agree, a shift runs over the edit. */
    private static List<Shift> joined(List<Shift> shifts) {
        var joined = new ArrayList<Shift>();
        for (var shift : shifts) {
            int before = -1;
            for (int i = joined.size() - 1; i >= 0 && before < 0; i--) {
                var one = joined.get(i);
                if (one.isSameDuty(shift)
                        && one.when().until().equals(shift.when().from())) {
                    before = i;
                }
            }
            if (before < 0) {
                joined.add(shift);
            } else {
                var first = joined.get(before).when().from();
                joined.set(before, shift.during(new Stretch(first, shift.when().until())));
            }
        }
        return joined;
    }

    /** Those on call at an instant, each with the whole of the shift; one that has no end in sight lasts until {@link Instant#MAX}. */
    public List<Shift> at(Instant at) {
        var now = within(new Stretch(at, at.plusNanos(1)));
        for (var reach = Duration.ofDays(1); ; reach = reach.multipliedBy(8)) {
            var far = reach.compareTo(IN_SIGHT) >= 0;
            var span = new Stretch(at.minus(reach), at.plus(reach));
            var around = now.isEmpty() ? List.<Shift>of() : within(span);
            var whole = now.stream()
                    .map(shift -> around.stream()
                            .filter(one -> one.when().holds(at) && one.isSameDuty(shift))
                            .findFirst()
                            .orElse(shift))
                    .toList();
            var isWhole = whole.stream()
                    .allMatch(shift -> shift.when().from().isAfter(span.from())
                            && shift.when().until().isBefore(span.until()));
            if (isWhole || far) {
                return whole.stream().map(shift -> endless(shift, span)).toList();
            }
        }
    }

    private static Shift endless(Shift shift, Stretch span) {
        var from = shift.when().from().equals(span.from())
                ? Instant.MIN
                : shift.when().from();
        var until = shift.when().until().equals(span.until())
                ? Instant.MAX
                : shift.when().until();
        return shift.during(new Stretch(from, until));
    }
}
