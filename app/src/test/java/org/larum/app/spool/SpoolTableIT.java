package org.larum.app.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.larum.app.TestDatabase;
import org.larum.app.processing.RetentionTable;
import org.larum.domain.shared.Monday;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SpoolTableIT {

    private static final UUID ID = new UUID(0x7000, 1);

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final SpoolTable table = new SpoolTable(jdbc);
    private final TransactionTemplate transactions =
            new TransactionTemplate(new DataSourceTransactionManager(database));

    @Test
    void onlyTheFirstOfTwoClaimsIsTrue() {
        assertThat(table.claim(ID, Monday.at(0))).isTrue();
        assertThat(table.claim(ID, Monday.at(1))).isFalse();
    }

    @Test
    void aClaimWhoseEventsWereUndoneIsFreeAgain() {
        transactions.executeWithoutResult(status -> {
            assertThat(table.claim(ID, Monday.at(0))).isTrue();
            status.setRollbackOnly();
        });
        assertThat(table.claim(ID, Monday.at(1))).isTrue();
    }

    @Test
    void aSecondOneWaitsForTheFirstToCommit() throws Exception {
        try (var other = Executors.newSingleThreadExecutor()) {
            var second = transactions.execute(status -> {
                assertThat(table.claim(ID, Monday.at(0))).isTrue();
                return other.submit(() -> table.claim(ID, Monday.at(1)));
            });
            assertThat(second.get(10, TimeUnit.SECONDS)).isFalse();
        }
    }

    @Test
    void aClaimIsForgottenAfterSevenDays() {
        var now = Monday.at(0).plus(Duration.ofDays(30));
        table.claim(ID, now.minus(Duration.ofDays(7)).minusSeconds(1));
        table.claim(new UUID(0x7000, 2), now.minus(Duration.ofDays(7)).plusSeconds(1));
        new RetentionTable(jdbc, () -> now).sweep();
        assertThat(jdbc.sql("select id from spooled_requests").query(UUID.class).list())
                .containsExactly(new UUID(0x7000, 2));
    }
}
