package org.larum.app.processing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ParkingErrorsTest {

    /** Whoever retries wants to hear of it; and parked it is already. */
    @Test
    void whatAnEventWithoutItsPlaceInTheLogCausesIsThrown() {
        var nowhere = new ParkedTable(JdbcClient.create(new DriverManagerDataSource()));
        var errors = new ParkingErrors("saga-delivery", new Parked(nowhere));
        var why = new IllegalStateException("a fault of the test");
        EventMessageHandler handler = event -> null;
        assertThatThrownBy(() -> errors.onError(why, GenericEventMessage.asEventMessage("again"), handler))
                .isSameAs(why);
    }
}
