package org.larum.projections.timeline;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.Page.Asked;

/** What can be asked about the course of an incident. */
public sealed interface TimelineQuery {

    /** Oldest first. No kinds means all. */
    record Timeline(UUID incident, Set<String> kinds, Asked asked) implements TimelineQuery {}

    /** In at most so many parts; the whole of it without {@code from} and {@code until}. */
    record Lanes(
            UUID incident, @Nullable Instant from, @Nullable Instant until, int parts) implements TimelineQuery {}

    /** The newest few, newest first. */
    record Latest(UUID incident, int count) implements TimelineQuery {}

    /** Those of an incident that stand at these places of the log. */
    record EntriesAt(UUID incident, Set<Long> indexes) implements TimelineQuery {}

    /** The newest note of each of the incidents that has any. */
    record LastNotes(Set<UUID> incidents) implements TimelineQuery {}
}
