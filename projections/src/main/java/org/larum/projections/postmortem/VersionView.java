package org.larum.projections.postmortem;

import java.time.Instant;
import org.larum.projections.shared.ActorView;

/** A text as it was once. */
public record VersionView(int version, String title, String text, Instant at, ActorView by) {}
