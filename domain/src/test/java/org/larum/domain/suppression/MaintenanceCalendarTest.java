package org.larum.domain.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.larum.domain.directory.Rule.Repeat;
import org.larum.domain.directory.Rule.Span;
import org.larum.domain.directory.Rule.Window;

class MaintenanceCalendarTest {

    private static final String LONDON = "Europe/London";

    private static Instant london(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of(LONDON)).toInstant();
    }

    private static MaintenanceCalendar calendar(String from, String until, Repeat repeat) {
        return new MaintenanceCalendar(new Window(london(from), london(until), repeat, LONDON));
    }

    @ParameterizedTest
    @CsvSource({
        "NEVER,   2026-01-05T01:59, ",
        "NEVER,   2026-01-05T02:00, 2026-01-05T04:00",
        "NEVER,   2026-01-05T03:59, 2026-01-05T04:00",
        "NEVER,   2026-01-05T04:00, ",
        "NEVER,   2026-01-12T03:00, ",
        "DAILY,   2026-01-06T03:00, 2026-01-06T04:00",
        "DAILY,   2026-01-04T03:00, ",
        "DAILY,   2026-07-06T03:00, 2026-07-06T04:00",
        "WEEKLY,  2026-01-12T03:00, 2026-01-12T04:00",
        "WEEKLY,  2026-01-13T03:00, ",
        "WEEKLY,  2026-07-06T03:00, 2026-07-06T04:00",
        "MONTHLY, 2026-02-05T03:00, 2026-02-05T04:00",
        "MONTHLY, 2026-02-12T03:00, ",
    })
    void itComesAgainAtTheSameWallTime(Repeat repeat, String at, String end) {
        assertThat(calendar("2026-01-05T02:00", "2026-01-05T04:00", repeat).endAt(london(at)))
                .isEqualTo(java.util.Optional.ofNullable(end).map(MaintenanceCalendarTest::london));
    }

    @Test
    void whereItsBeginningIsSkippedItBeginsAsMuchLater() {
        // On 29 March 2026 the clocks of London go from 01:00 to 02:00.
        var calendar = calendar("2026-03-28T01:30", "2026-03-28T03:00", Repeat.DAILY);
        assertThat(calendar.endAt(Instant.parse("2026-03-29T01:29:00Z"))).isEmpty();
        assertThat(calendar.endAt(Instant.parse("2026-03-29T01:30:00Z")))
                .contains(Instant.parse("2026-03-29T02:00:00Z"));
    }

    @Test
    void whereItComesTwiceItBeginsAtTheFirst() {
        // On 25 October 2026 the hour from 01:00 to 02:00 comes twice.
        var calendar = calendar("2026-10-24T01:30", "2026-10-24T03:00", Repeat.DAILY);
        assertThat(calendar.endAt(Instant.parse("2026-10-25T00:30:00Z")))
                .contains(Instant.parse("2026-10-25T03:00:00Z"));
        assertThat(calendar.endAt(Instant.parse("2026-10-25T01:45:00Z"))).isPresent();
    }

    @Test
    void fromTheLastOfAMonthItIsTheLastOfEach() {
        var calendar = calendar("2026-01-31T02:00", "2026-01-31T04:00", Repeat.MONTHLY);
        assertThat(calendar.endAt(london("2026-02-28T03:00"))).isPresent();
        assertThat(calendar.endAt(london("2026-03-31T03:00"))).isPresent();
    }

    @Test
    void oneThatIsLongerThanItsWeekIsAlwaysOpen() {
        var calendar = calendar("2026-01-05T02:00", "2026-01-13T02:00", Repeat.WEEKLY);
        assertThat(calendar.endAt(london("2026-02-17T01:00"))).contains(london("2026-02-24T02:00"));
        assertThat(calendar("2026-01-05T02:00", "2026-02-20T02:00", Repeat.MONTHLY)
                        .endAt(london("2026-03-04T00:00")))
                .contains(london("2026-03-20T02:00"));
    }

    @Test
    void aCalendarShowsWhatTouchesASpan() {
        var weekly = calendar("2026-01-05T02:00", "2026-01-05T04:00", Repeat.WEEKLY);
        assertThat(weekly.between(london("2026-02-02T03:00"), london("2026-02-16T02:00"), 10))
                .containsExactly(
                        new Span(london("2026-02-02T02:00"), london("2026-02-02T04:00")),
                        new Span(london("2026-02-09T02:00"), london("2026-02-09T04:00")));
        assertThat(weekly.between(london("2026-01-01T00:00"), london("2036-01-01T00:00"), 3))
                .hasSize(3);
        var once = calendar("2026-01-05T02:00", "2026-01-05T04:00", Repeat.NEVER);
        assertThat(once.between(london("2025-01-01T00:00"), london("2030-01-01T00:00"), 10))
                .hasSize(1);
        assertThat(once.between(london("2026-01-06T00:00"), london("2030-01-01T00:00"), 10))
                .isEmpty();
        assertThat(once.between(london("2025-01-06T00:00"), london("2026-01-05T02:00"), 10))
                .isEmpty();
    }
}
