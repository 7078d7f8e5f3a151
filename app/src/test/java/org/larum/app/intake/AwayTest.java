package org.larum.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

class AwayTest {

    static Stream<Throwable> ours() {
        return Stream.of(
                new DataAccessResourceFailureException("x"),
                new CannotGetJdbcConnectionException("x", new SQLException("x")),
                new TransientDataAccessResourceException("x"),
                new QueryTimeoutException("x"),
                new PessimisticLockingFailureException("x"),
                new CannotCreateTransactionException("x"),
                new TimeoutException("x"),
                new ConcurrencyException("x"));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void isOurTrouble(Throwable thrown) {
        assertThat(Away.isOurs(thrown)).isTrue();
    }

    @Test
    void aBugIsNotHidden() {
        assertThat(Away.isOurs(new IllegalStateException("x"))).isFalse();
        assertThat(Away.isOurs(new DuplicateKeyException("x"))).isFalse();
        assertThat(Away.isOurs(new BodyRefused(400, null, "x"))).isFalse();
    }
}
