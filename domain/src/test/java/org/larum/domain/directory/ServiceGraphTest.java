package org.larum.domain.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceGraphTest {

    private static final ServiceId SHOP = ServiceId.of("shop");
    private static final ServiceId SEARCH = ServiceId.of("search");
    private static final ServiceId PAYMENTS = ServiceId.of("payments");
    private static final ServiceId DATABASE = ServiceId.of("database");
    private static final ServiceId MAIL = ServiceId.of("mail");

    private final ServiceGraph graph = new ServiceGraph(
            Map.of(SHOP, List.of(PAYMENTS), PAYMENTS, List.of(DATABASE), SEARCH, List.of(DATABASE), MAIL, List.of()));

    @Test
    void itKnowsWhatIsBelowAndAbove() {
        assertThat(graph.below(SHOP)).containsExactlyInAnyOrder(PAYMENTS, DATABASE);
        assertThat(graph.above(DATABASE)).containsExactlyInAnyOrder(SHOP, PAYMENTS, SEARCH);
        assertThat(graph.below(MAIL)).isEmpty();
        assertThat(graph.above(SHOP)).isEmpty();
        assertThat(graph.needs(SHOP)).containsExactly(PAYMENTS);
        assertThat(graph.neededBy(DATABASE)).containsExactlyInAnyOrder(PAYMENTS, SEARCH);
    }

    @Test
    void whatIsConnectedIsOneIsland() {
        assertThat(graph.island(SHOP)).isEqualTo(graph.island(SEARCH)).isEqualTo(graph.island(DATABASE));
        assertThat(graph.island(MAIL)).isEqualTo(MAIL);
        assertThat(graph.island(ServiceId.of("unknown"))).isEqualTo(ServiceId.of("unknown"));
        assertThat(ServiceGraph.EMPTY.island(SHOP)).isEqualTo(SHOP);
    }

    @Test
    void aCircleIsFoundAndSurvived() {
        assertThat(graph.cycle()).isEmpty();
        var round = new ServiceGraph(Map.of(
                SHOP,
                List.of(PAYMENTS),
                PAYMENTS,
                List.of(MAIL, DATABASE),
                DATABASE,
                List.of(PAYMENTS),
                MAIL,
                List.of()));
        assertThat(round.cycle()).containsExactlyInAnyOrder(PAYMENTS, DATABASE);
        assertThat(round.below(PAYMENTS)).containsExactlyInAnyOrder(DATABASE, MAIL);
        assertThat(new ServiceGraph(Map.of(SHOP, List.of(SHOP))).cycle()).containsExactly(SHOP);
    }
}
