package org.larum.domain.schedule;

import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Schedule.ShiftOverride;

/**
 * Somebody is on call for a time. {@code layer}: the one whose turn it is, null where no layer had anybody; {@code override}: why it is
 * this person and not the one of the layer; {@code insteadOf}: who would have been asked, because of an override or because they
 * are away.
 */
public record Shift(
        PersonId person,
        Stretch when,
        @Nullable String layer,
        @Nullable ShiftOverride override,
        @Nullable PersonId insteadOf) {

    /** The same in all but the time. */
    boolean isSameDuty(Shift other) {
        return equals(new Shift(other.person, when, other.layer, other.override, other.insteadOf));
    }

    Shift during(Stretch other) {
        return new Shift(person, other, layer, override, insteadOf);
    }
}
