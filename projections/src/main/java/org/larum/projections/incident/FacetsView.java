package org.larum.projections.incident;

import java.util.List;

/**
 * How many incidents each choice would show, with the rest of the filter as it is: what is already chosen in one facet does not
 * shrink that facet. {@code priority} counts what is open, at most the newest thousand; {@code mine} is 0 for who is nobody.
 */
public record FacetsView(
        List<FacetCount> state,
        List<FacetCount> severity,
        List<FacetCount> priority,
        List<FacetCount> service,
        List<FacetCount> team,
        int major,
        int mine) {

    /** {@code value}: what to pass in the filter. */
    public record FacetCount(String value, String name, int count) {}
}
