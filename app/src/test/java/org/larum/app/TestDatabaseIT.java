package org.larum.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseIT {

    @Test
    void everybodyGetsAnEmptyMigratedDatabaseOfTheirOwn() {
        var one = JdbcClient.create(TestDatabase.fresh());
        var other = JdbcClient.create(TestDatabase.fresh());
        one.sql("insert into alert_counts values (gen_random_uuid(), 1, now())").update();
        assertThat(count(one)).isEqualTo(1);
        assertThat(count(other)).isZero();
    }

    @Test
    void anyDatabaseOfTheGivenServerIsReached() {
        assertThat(TestDatabase.withPlaceholder("jdbc:postgresql://db:5432/postgres?user=a&password=b%2F")
                        .formatted("x"))
                .isEqualTo("jdbc:postgresql://db:5432/x?user=a&password=b%2F");
    }

    private static int count(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from alert_counts")
                .query(Integer.class)
                .single();
    }
}
