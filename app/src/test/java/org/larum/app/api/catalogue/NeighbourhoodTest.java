package org.larum.app.api.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.larum.domain.directory.ServiceGraph;
import org.larum.domain.directory.ServiceId;

class NeighbourhoodTest {

    private static final ServiceId SHOP = ServiceId.of("shop");
    private static final ServiceId CHECKOUT = ServiceId.of("checkout");
    private static final ServiceId LEDGER = ServiceId.of("ledger");
    private static final ServiceId DATABASE = ServiceId.of("database");
    private static final ServiceId WIKI = ServiceId.of("wiki");

    /** shop needs checkout needs ledger needs database, which the wiki needs too. */
    private static final ServiceGraph GRAPH = new ServiceGraph(Map.of(
            SHOP, List.of(CHECKOUT),
            CHECKOUT, List.of(LEDGER),
            LEDGER, List.of(DATABASE),
            WIKI, List.of(DATABASE)));

    @Test
    void itGoesSoManyStepsUpAndDown() {
        assertThat(Neighbourhood.of(GRAPH, CHECKOUT, 1, 300))
                .isEqualTo(new Neighbourhood(Set.of(CHECKOUT, LEDGER, SHOP), true));
    }

    @Test
    void whatElseNeedsTheSameIsNotInIt() {
        assertThat(Neighbourhood.of(GRAPH, CHECKOUT, 9, 300).services())
                .containsExactly(CHECKOUT, LEDGER, SHOP, DATABASE);
    }

    @Test
    void aCycleEnds() {
        var round = new ServiceGraph(Map.of(SHOP, List.of(CHECKOUT), CHECKOUT, List.of(SHOP)));
        assertThat(Neighbourhood.of(round, SHOP, 10, 300).services()).containsExactly(SHOP, CHECKOUT);
    }

    @Test
    void ofMoreThanCanBeSeenTheNearestAreTaken() {
        var needs = new HashMap<ServiceId, List<ServiceId>>();
        IntStream.range(0, 500).forEach(n -> needs.put(ServiceId.of("s" + n), List.of(LEDGER)));
        needs.put(LEDGER, List.of(DATABASE));
        var near = Neighbourhood.of(new ServiceGraph(needs), LEDGER, 3, 300);
        assertThat(near.whole()).isFalse();
        assertThat(near.services()).hasSize(300).contains(LEDGER, DATABASE);
    }
}
