package org.larum.projections.shared;

import org.larum.domain.shared.Event;

/** An event and its place in the log. */
public record Logged(Event event, long index) {}
