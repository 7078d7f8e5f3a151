package org.larum.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.larum.app.TestDatabase;
import org.larum.app.watch.WatchTable.Reader;
import org.springframework.jdbc.core.simple.JdbcClient;

class WatchTableIT {

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());

    /** Nobody moves it any more, so it stands still for good; that is no fault. */
    @Test
    void aReaderThatAFormerReleaseLeftBehindIsNotLookedAfter() {
        stands("projection-alert", 7);
        stands("projection-of-a-former-release", 3);
        assertThat(new WatchTable(jdbc).readers(List.of("projection-alert", "projection-that-never-read")))
                .containsExactlyInAnyOrder(
                        new Reader("projection-alert", 7), new Reader("projection-that-never-read", -1));
    }

    private void stands(String processor, long index) {
        jdbc.sql("insert into processor_tokens (processor, segment, token) values (?, 0, convert_to(?, 'UTF8'))")
                .params(processor, "{\"globalIndex\":" + index + "}")
                .update();
    }
}
