package org.larum.app.api.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.larum.app.api.context.ImpactView.Revenue;
import org.larum.app.api.context.ImpactView.Users;
import org.larum.domain.directory.Definition.Service;
import org.larum.domain.directory.Definition.Worth;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.shared.Monday;
import org.larum.projections.shared.Named;

class ImpactViewTest {

    private static Service service(
            String word, @Nullable Long users, @Nullable Double perMinute, @Nullable String process) {
        var worth = new Worth(null, users, perMinute, process, null);
        return new Service(ServiceId.of(word), word, word, null, "high", null, null, worth, null);
    }

    private static Named named(String word) {
        return new Named(ServiceId.of(word).value(), word, word);
    }

    private static final Service CHECKOUT = service("checkout", 1900L, 380.0, "Order to cash");
    private static final Service LEDGER = service("ledger", 40L, 500.0, "Order to cash");
    private static final Service WIKI = service("wiki", null, null, null);

    @Test
    void itCountsUntilNowWhileItGoesOn() {
        var impact = ImpactView.of(List.of(CHECKOUT), Monday.NINE, null, Monday.at(30));
        assertThat(impact.seconds()).isEqualTo(1800);
        assertThat(impact.revenue()).isEqualTo(new Revenue(380, 11_400, named("checkout")));
        assertThat(impact.asOf()).isEqualTo(Monday.at(30));
    }

    @Test
    void itStopsWithItsEnd() {
        var impact = ImpactView.of(List.of(CHECKOUT), Monday.NINE, Monday.at(10), Monday.at(3000));
        assertThat(impact.seconds()).isEqualTo(600);
        assertThat(impact.revenue()).isEqualTo(new Revenue(380, 3800, named("checkout")));
    }

    @Test
    void theLargestFigureCountsAndNoneAreAdded() {
        var impact = ImpactView.of(List.of(CHECKOUT, LEDGER, WIKI), Monday.NINE, null, Monday.at(1));
        assertThat(impact.users()).isEqualTo(new Users(1900, named("checkout")));
        assertThat(impact.revenue()).isEqualTo(new Revenue(500, 500, named("ledger")));
        assertThat(impact.processes()).containsExactly("Order to cash");
        assertThat(impact.services()).containsExactly(named("checkout"), named("ledger"), named("wiki"));
    }

    @Test
    void whatIsNotKnownIsNotSaid() {
        var impact = ImpactView.of(List.of(WIKI), Monday.NINE, null, Monday.at(1));
        assertThat(impact.users()).isNull();
        assertThat(impact.revenue()).isNull();
        assertThat(impact.processes()).isEmpty();
    }

    @Test
    void aClockThatIsBehindMakesNothingNegative() {
        assertThat(ImpactView.of(List.of(CHECKOUT), Monday.at(5), null, Monday.NINE)
                        .seconds())
                .isZero();
    }
}
