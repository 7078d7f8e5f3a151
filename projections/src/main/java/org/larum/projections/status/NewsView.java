package org.larum.projections.status;

import java.util.Set;
import java.util.UUID;
import org.larum.projections.status.StatusPageView.ShownPost;

/**
 * One post as it is read outside. {@code isPublic}: false for what is private or was withdrawn. {@code services}: the shown ones
 * that its notice has named so far; empty when it names none.
 */
public record NewsView(boolean isPublic, String title, ShownPost post, Set<UUID> services) {}
