package org.larum.app.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.larum.app.api.config.Organisation.Person;
import org.larum.app.problem.Problems.Mistake;
import org.larum.domain.directory.Reach;
import org.larum.domain.directory.Reach.Quiet;
import org.larum.domain.directory.Reach.Way;
import org.larum.domain.directory.Reach.Wish;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Severity;

class PersonReaderTest {

    private static Organisation read(String ada) {
        return ConfigReader.read("people: {ada: {name: Ada, " + ada + "}}", Known.NOTHING);
    }

    private static Person ada(String fields) {
        return Objects.requireNonNull(read(fields).people().get("ada"));
    }

    private static Way way(ChannelKind channel, int minutes) {
        return new Way(channel, Duration.ofMinutes(minutes), null);
    }

    @Test
    void howSomebodyWantsToBeReachedIsRead() {
        var ada = ada("""
                email: ada@example.test, phone: "+44 (7700) 900-123", roles: [manager, senior],
                reach: {critical: [{push: 0m}, {sms: 2m}, {call: 5m, every: 3m}], low: [{email: 0}]},
                quiet: "22:00-7:00"
                """);
        var call = new Way(ChannelKind.CALL, Duration.ofMinutes(5), Duration.ofMinutes(3));
        assertThat(ada.phone()).isEqualTo("+447700900123");
        assertThat(ada.roles()).containsExactly("manager", "senior");
        assertThat(ada.reach())
                .isEqualTo(new Reach(
                        List.of(
                                new Wish(
                                        Severity.CRITICAL,
                                        List.of(way(ChannelKind.PUSH, 0), way(ChannelKind.SMS, 2), call)),
                                new Wish(Severity.LOW, List.of(way(ChannelKind.EMAIL, 0)))),
                        new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0), List.of(Severity.CRITICAL, Severity.HIGH))));
    }

    @Test
    void whatMayWakeThemInQuietHoursIsTheirsToSay() {
        var reach = ada("quiet: {hours: \"23:00-06:30\", except: [critical]}").reach();
        assertThat(Objects.requireNonNull(reach).quiet())
                .isEqualTo(new Quiet(LocalTime.of(23, 0), LocalTime.of(6, 30), List.of(Severity.CRITICAL)));
    }

    @Test
    void whoSaysNothingLeavesItToLarum() {
        assertThat(ada("administrator: true")).isEqualTo(new Person("Ada", null, "UTC", true, null, null, null));
    }

    @Test
    void itIsShownAsItIsWritten() {
        var reach = ada("""
                phone: "+447700900123", reach: {critical: [{sms: 0m}, {call: 1h30m, every: 3m}]}, quiet: "22:00-07:00"
                """).reach();
        assertThat(PersonReader.fields(Objects.requireNonNull(reach)))
                .isEqualTo(Map.of(
                        "reach",
                        Map.of("critical", List.of(Map.of("sms", "0m"), Map.of("call", "1h30m", "every", "3m"))),
                        "quiet",
                        Map.of("hours", "22:00-07:00", "except", List.of("critical", "high"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            phone: "0770"                                                   | phone                | telephone number
            phone: "+0 7700 900123"                                         | phone                | telephone number
            roles: ["two words"]                                            | roles[0]             | not a word
            reach: {critical: [{sms: 0m}]}                                  | reach.critical[0]    | needs a telephone number
            reach: {high: [{email: 0m}]}                                    | reach.high[0]        | needs an e-mail address
            reach: {urgent: [{push: 0m}]}                                   | reach.urgent         | no such field
            reach: {critical: [{push: 0m, slack: 0m}]}                      | reach.critical[0]    | One way is wanted
            reach: {critical: [{every: 3m}]}                                | reach.critical[0]    | One way is wanted
            reach: {critical: [{push: soon}]}                               | reach.critical[0].push  | not a time
            reach: {critical: [{push: 0m, every: 5s}]}                      | reach.critical[0].every | too often
            reach: {critical: [{push: 0m, every: 5m}, {push: 1m}]}          | reach.critical[0].every | Only the last
            reach: {critical: [{push: 5m}, {push: 1m}]}                     | reach.critical[1]    | earlier than the one before
            reach: {critical: []}                                           | reach.critical       | There must be 1 to 10
            quiet: "at night"                                               | quiet                | no hours of the day
            quiet: "22:00-22:00"                                            | quiet                | no hours of the day
            quiet: {hours: "22:00-07:00", except: [all]}                    | quiet.except[0]      | no severity
            """)
    void whatIsWrongIsToldWhereItStands(String fields, String path, String sentence) {
        var mistakes = catchThrowableOfType(ConfigMistakes.class, () -> read(fields));
        assertThat(mistakes.mistakes()).singleElement().satisfies((Mistake mistake) -> {
            assertThat(mistake.path()).isEqualTo("people.ada." + path);
            assertThat(mistake.message()).contains(sentence);
        });
    }
}
