package org.larum.projections.timeline;

import java.util.Set;
import java.util.UUID;
import org.larum.projections.shared.Page.Asked;

/** What can be asked about the course of an incident. */
public sealed interface TimelineQuery {

    /** Oldest first. No kinds means all. */
    record Timeline(UUID incident, Set<String> kinds, Asked asked) implements TimelineQuery {}

    /** The newest few, newest first. */
    record Latest(UUID incident, int count) implements TimelineQuery {}

    /** The newest note of each of the incidents that has any. */
    record LastNotes(Set<UUID> incidents) implements TimelineQuery {}
}
