package org.larum.app.api.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.Named;

/** A page of the catalogue, by word; {@code total} and {@code facets} are of all that the search finds, whatever the facets chosen. */
public record CatalogueView(
        List<ServiceLine> items, @Nullable String next, int total, Facets facets) {

    public record Facets(List<TeamFacet> teams, List<CriticalityFacet> criticalities) {}

    /** {@code team}: null for the services that nobody owns. */
    public record TeamFacet(@Nullable Named team, int services) {}

    public record CriticalityFacet(String criticality, int services) {}
}
