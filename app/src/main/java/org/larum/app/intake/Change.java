package org.larum.app.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Link;

/** A change somebody made, such as a deployment: never an alert, but often the reason of one. */
public record Change(String summary, @Nullable String source, List<Link> links, Instant occurredAt) {}
