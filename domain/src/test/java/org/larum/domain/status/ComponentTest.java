package org.larum.domain.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.status.StatusExamples.CHECKOUT_SHOWN;
import static org.larum.domain.status.StatusExamples.hidden;
import static org.larum.domain.status.StatusExamples.show;
import static org.larum.domain.status.StatusExamples.shown;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.larum.domain.shared.Monday;
import org.larum.domain.status.StatusCommand.HideComponent;
import org.larum.domain.status.StatusCommand.ShowComponent;
import org.larum.domain.status.StatusEvent.ComponentShown;

class ComponentTest {

    private final AggregateTestFixture<Component> component = new AggregateTestFixture<>(Component.class);

    @Nested
    class ShowIt {

        @Test
        void itIsShownUnderItsPublicName() {
            component.givenNoPriorActivity().when(show("Paying", "Shop", 10)).expectEvents(shown());
        }

        @Test
        void shownAsItIsNothingChanges() {
            component.given(shown()).when(show("Paying", "Shop", 10)).expectNoEvents();
        }

        static Stream<ShowComponent> changes() {
            return Stream.of(show("Payments", "Shop", 10), show("Paying", null, 10), show("Paying", "Shop", 20));
        }

        @ParameterizedTest
        @MethodSource("changes")
        void anotherNameGroupOrPlaceIsAChange(ShowComponent c) {
            component
                    .given(shown())
                    .when(c)
                    .expectEvents(new ComponentShown(
                            CHECKOUT_SHOWN, CHECKOUT, c.name(), c.group(), c.place(), BY_ADA, Monday.NINE));
        }

        @Test
        void whatWasHiddenIsShownAgain() {
            component.given(shown(), hidden(5)).when(show("Paying", "Shop", 10)).expectEvents(shown());
        }
    }

    @Nested
    class HideIt {

        private final HideComponent hide = new HideComponent(CHECKOUT_SHOWN, BY_ADA, Monday.at(5));

        @Test
        void itIsHidden() {
            component.given(shown()).when(hide).expectEvents(hidden(5));
        }

        @Test
        void itIsHiddenOnce() {
            component.given(shown(), hidden(5)).when(hide).expectNoEvents();
        }
    }

    /** From the best to the worst, as status pages rank them. */
    private static final List<ComponentState> RANKED = List.of(
            ComponentState.OPERATIONAL,
            ComponentState.UNDER_MAINTENANCE,
            ComponentState.DEGRADED,
            ComponentState.PARTIAL_OUTAGE,
            ComponentState.MAJOR_OUTAGE);

    @Test
    void everyStateHasItsRank() {
        assertThat(RANKED).containsExactlyInAnyOrder(ComponentState.values());
        for (int i = 0; i < RANKED.size(); i++) {
            for (int j = 0; j < RANKED.size(); j++) {
                assertThat(RANKED.get(i).isWorseThan(RANKED.get(j))).isEqualTo(i > j);
            }
        }
    }

    @Test
    void onlyOutagesAreOutages() {
        assertThat(RANKED.stream().filter(ComponentState::isOutage))
                .containsExactly(ComponentState.PARTIAL_OUTAGE, ComponentState.MAJOR_OUTAGE);
    }
}
