package org.larum.app.api.context;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.catalogue.ServiceView.Neighbours;
import org.larum.domain.shared.Link;
import org.larum.projections.change.ChangeView;
import org.larum.projections.incident.SimilarView;
import org.larum.projections.postmortem.KnowledgeView;
import org.larum.projections.shared.Named;

/**
 * What stands around an incident. {@code known}: what was learned from those that are like it, and from others of its service that
 * speak of the same; it comes with {@code similar}. A part is null when it is named in {@code missing}, which says why.
 */
public record ContextView(
        UUID incident,
        @Nullable ImpactView impact,
        @Nullable Surrounding related,
        @Nullable Recent changes,
        @Nullable List<SimilarView> similar,
        @Nullable List<KnowledgeView> known,
        @Nullable Guide guide,
        List<Missing> missing) {

    /** What the services of the incident need, and what needs them. */
    public record Surrounding(Neighbours needs, Neighbours neededBy) {}

    /** Changes of the services of the incident, and of what they need, since a day before it began, newest first; {@code more}: than are here. */
    public record Recent(List<ChangeView> items, boolean more) {}

    /** What to follow: of the service of the incident and of its likely root. */
    public record Guide(List<Book> books) {}

    public record Book(Named service, @Nullable String runbook, List<Link> links) {}

    public record Missing(String part, String reason) {}
}
