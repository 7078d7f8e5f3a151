package org.larum.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.larum.app.RunningServer;

/** Ada's shift begins within the hour, Grace's ends then; Linus, who never hears of shifts, follows nobody. */
class ShiftClockIT {

    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer(1, """
            people:
              ada: {name: Ada, email: ada@example.test}
              grace: {name: Grace, email: grace@example.test}
              linus: {name: Linus, email: linus@example.test}
            schedules:
              payments: {layers: [{name: base, people: [ada, grace], rotation: daily, handover: "%1$s", from: 2020-01-01}]}
              quiet:
                remind: never
                layers: [{name: base, people: [linus, ada], rotation: daily, handover: "%1$s", from: 2020-01-01}]
            channels: {email: {host: 127.0.0.1, port: 1, from: larum@example.test}}
            """.formatted(soon()));

    private static LocalTime soon() {
        return LocalTime.now(ZoneOffset.UTC).plusMinutes(30).truncatedTo(ChronoUnit.MINUTES);
    }

    @Test
    void whoeverIsNextHearsOfItOnceAlsoWhenItCannotBeWrittenAtFirst() {
        var clock = SERVER.bean(ShiftClock.class);
        SERVER.jdbc().sql("alter table notification_attempts rename to away").update();
        assertThatThrownBy(clock::look).isNotNull();
        SERVER.jdbc().sql("alter table away rename to notification_attempts").update();
        clock.look();
        clock.look();
        await("a message")
                .atMost(Duration.ofSeconds(20))
                .until(() -> !messages().isEmpty());
        assertThat(messages()).containsExactly("shift-soon");
    }

    private static List<String> messages() {
        return SERVER.jdbc()
                .sql("select min(turn) from notification_attempts where turn like 'shift-%' group by notification")
                .query((row, n) -> String.valueOf(row.getString(1)))
                .list();
    }
}
