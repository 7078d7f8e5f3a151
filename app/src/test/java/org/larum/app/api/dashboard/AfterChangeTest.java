package org.larum.app.api.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.larum.app.api.dashboard.AfterChange.Followed;
import org.larum.projections.change.ChangeView;
import org.larum.projections.measure.CountedIncident;
import org.larum.projections.shared.Named;

class AfterChangeTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final Named SHOP = new Named(new UUID(0, 1), "shop", "Shop");
    private static final Named LEDGER = new Named(new UUID(0, 2), "ledger", "Ledger");
    private static final Named WIKI = new Named(new UUID(0, 3), "wiki", "Wiki");
    private static final Named CI = new Named(new UUID(0, 4), "ci", "ci");

    private static ChangeView change(Named service, String summary, Duration before) {
        return new ChangeView(UUID.randomUUID(), NOON.minus(before), service, CI, summary, null, List.of(), 1);
    }

    private static CountedIncident incident(Named service) {
        return new CountedIncident(
                new UUID(0, 9), 1001, "It fails", "high", "triggered", service, NOON, null, null, true, false);
    }

    /** The shop needs the ledger. */
    private static List<Followed> among(Named broken, ChangeView... changes) {
        return new AfterChange(List.of(changes), service -> service.equals(SHOP.id()) ? Set.of(LEDGER.id()) : Set.of())
                .among(List.of(incident(broken)));
    }

    @Test
    void aChangeOfTheServiceItselfOrOfWhatItNeedsCounts() {
        assertThat(among(SHOP, change(SHOP, "Shop 2", Duration.ofMinutes(20)))).hasSize(1);
        assertThat(among(SHOP, change(LEDGER, "Ledger 3", Duration.ofMinutes(20))))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.change().summary()).isEqualTo("Ledger 3");
                    assertThat(found.minutes()).isEqualTo(20);
                });
    }

    @Test
    void aChangeOfWhatNeedsItOrOfSomethingElseDoesNot() {
        assertThat(among(LEDGER, change(SHOP, "Shop 2", Duration.ofMinutes(20))))
                .isEmpty();
        assertThat(among(SHOP, change(WIKI, "Wiki 1", Duration.ofMinutes(20)))).isEmpty();
    }

    @Test
    void anHourIsTheEnd() {
        assertThat(among(SHOP, change(SHOP, "Shop 2", Duration.ofHours(1)))).hasSize(1);
        assertThat(among(SHOP, change(SHOP, "Shop 2", Duration.ofHours(1).plusSeconds(1))))
                .isEmpty();
    }

    @Test
    void whatCameAfterwardsIsNoCause() {
        assertThat(among(SHOP, change(SHOP, "Shop 2", Duration.ofSeconds(-1)))).isEmpty();
    }

    @Test
    void ofSeveralTheLastOneIsTold() {
        assertThat(among(
                        SHOP,
                        change(SHOP, "Shop 1", Duration.ofMinutes(50)),
                        change(LEDGER, "Ledger 3", Duration.ofMinutes(5)),
                        change(SHOP, "Shop 2", Duration.ofMinutes(30))))
                .extracting(found -> found.change().summary())
                .containsExactly("Ledger 3");
    }
}
