package org.larum.app.api.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.larum.app.api.schedule.CalendarFile.Event;
import org.larum.domain.schedule.Stretch;
import org.larum.domain.shared.Refusal;

class CalendarFileTest {

    private static String file(String... event) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1@example.test\r\n" + String.join("\r\n", event)
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private static List<Event> read(String text) {
        return CalendarFile.read(text, "Europe/Berlin");
    }

    private static Stretch span(String from, String until) {
        return new Stretch(Instant.parse(from), Instant.parse(until));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DTSTART:20261224T080000Z                       | DTEND:20261224T090000Z       | 2026-12-24T08:00:00Z | 2026-12-24T09:00:00Z
            DTSTART;VALUE=DATE:20261224                    | DTEND;VALUE=DATE:20261227    | 2026-12-23T23:00:00Z | 2026-12-26T23:00:00Z
            DTSTART;VALUE=DATE:20261224                    | CLASS:PUBLIC                 | 2026-12-23T23:00:00Z | 2026-12-24T23:00:00Z
            DTSTART:20261224T090000                        | DTEND:20261224T100000        | 2026-12-24T08:00:00Z | 2026-12-24T09:00:00Z
            DTSTART;TZID=America/New_York:20261224T090000  | DURATION:PT1H30M             | 2026-12-24T14:00:00Z | 2026-12-24T15:30:00Z
            DTSTART;TZID="Asia/Kolkata":20261224T090000    | DURATION:P1W                 | 2026-12-24T03:30:00Z | 2026-12-31T03:30:00Z
            """)
    void anEventHasItsTimeInItsZone(String begin, String end, String from, String until) {
        assertThat(read(file(begin, end))).containsExactly(new Event("1@example.test", span(from, until), null));
    }

    @Test
    void longLinesAreFoldedAndWordsEscaped() {
        var text = file("SUMMARY:Sun\\, sea\\nand\\; s", " and", "DTSTART:20261224T080000Z", "DTEND:20261224T090000Z");
        assertThat(read(text)).extracting(Event::summary).containsExactly("Sun, sea and; sand");
        assertThat(read(text.replace("\r\n", "\n"))).isEqualTo(read(text));
    }

    @Test
    void whatAnAlarmSaysIsNotOfTheEvent() {
        var text = file(
                "BEGIN:VALARM",
                "DTSTART:20200101T000000Z",
                "SUMMARY:Pack",
                "END:VALARM",
                "DTSTART:20261224T080000Z",
                "DTEND:20261224T090000Z");
        assertThat(read(text))
                .containsExactly(
                        new Event("1@example.test", span("2026-12-24T08:00:00Z", "2026-12-24T09:00:00Z"), null));
    }

    @Test
    void whatWasCalledOffIsNotThere() {
        assertThat(read(file("STATUS:CANCELLED", "RRULE:FREQ=DAILY"))).isEmpty();
    }

    static Stream<String> hostile() {
        return Stream.of(
                "",
                "<html>",
                "{}",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261224T080000Z",
                "BEGIN:VCALENDAR\nno line of a calendar",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\nX:" + "a".repeat(9_000),
                "BEGIN:VCALENDAR\nX:a" + "\n  folded".repeat(2_000),
                "BEGIN:VCALENDAR\n"
                        + "BEGIN:VEVENT\nUID:1\nDTSTART:20261224T080000Z\nDURATION:PT1H\nEND:VEVENT\n".repeat(1_001),
                file("RRULE:FREQ=SECONDLY", "DTSTART:20261224T080000Z", "DTEND:20261224T090000Z"),
                file("RDATE:20261224T080000Z", "DTSTART:20261224T080000Z", "DTEND:20261224T090000Z"),
                file("DTEND:20261224T090000Z"),
                file("DTSTART:20261224T080000Z"),
                file("DTSTART:20261224T080000Z", "DTEND:20261224T080000Z"),
                file("DTSTART:20261324T080000Z", "DTEND:20261224T080000Z"),
                file("DTSTART:yesterday", "DTEND:20261224T080000Z"),
                file("DTSTART;TZID=Middle Earth:20261224T080000", "DURATION:PT1H"),
                file("DTSTART;TZID=../../etc/passwd:20261224T080000", "DURATION:PT1H"),
                file("DTSTART:20261224T080000Z", "DURATION:PT99999999999999999H"),
                file("DTSTART:20261224T080000Z", "DURATION:P999999999999W"),
                file("DTSTART:20261224T080000Z", "DURATION:-PT1H"),
                file("DTSTART:20261224T080000Z", "DURATION:long").replace("UID:1@example.test", "UID:"),
                file("DTSTART:20261224T080000Z", "DURATION:PT1H").replace("1@example.test", "u".repeat(300)));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatIsNoCalendarIsRefusedWithASentence(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("bad_calendar");
            assertThat(refusal.sentence()).endsWith("Nothing was changed.").hasSizeLessThan(600);
        });
    }
}
