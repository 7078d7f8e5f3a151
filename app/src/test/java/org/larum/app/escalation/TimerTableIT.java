package org.larum.app.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.larum.app.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class TimerTableIT {

    private static final UUID RUN = new UUID(0, 1);

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());
    private final TimerTable table = new TimerTable(jdbc);

    /** Two threads see the same timer due, and its command fails for both. */
    @Test
    void aTimerThatFailsForTwoAtOnceHasFailedOnceAndWaits() {
        jdbc.sql("insert into escalation_timers (run, timer, due_at) values (?, 3, larum_now())")
                .param(RUN)
                .update();
        var due = table.look(10).getFirst();
        assertThat(table.putBack(due)).isEqualTo(1);
        assertThat(table.putBack(due)).isZero();
        assertThat(table.take(due)).isFalse();
        assertThat(table.backlog().pending()).isEqualTo(1);
        assertThat(table.look(10)).isEmpty();
    }
}
