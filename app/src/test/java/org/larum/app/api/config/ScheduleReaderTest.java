package org.larum.app.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.larum.app.problem.Problems.Mistake;
import org.larum.domain.directory.Definition.Target;
import org.larum.domain.directory.Definition.TargetKind;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Schedule;
import org.larum.domain.directory.Schedule.Hours;
import org.larum.domain.directory.Schedule.Layer;
import org.larum.domain.directory.Schedule.Rotation;
import org.larum.domain.directory.Schedule.ShiftOverride;
import org.larum.domain.directory.Schedule.Turn;
import org.larum.domain.directory.Schedule.Unit;
import org.larum.domain.directory.ScheduleId;

class ScheduleReaderTest {

    private static final String PEOPLE = "people: {ada: {name: Ada}, grace: {name: Grace}, linus: {name: Linus}}\n";

    private static Schedule read(String schedule) {
        return ConfigReader.read(PEOPLE + "schedules: {payments: " + schedule + "}", Known.NOTHING)
                .schedules()
                .getFirst();
    }

    private static Layer layer(String fields) {
        return read("{layers: [{name: primary, people: [ada], from: 2026-01-05, " + fields + "}]}")
                .layers()
                .getFirst();
    }

    private static Turn turn(String... people) {
        return new Turn(List.of(people).stream().map(PersonId::of).toList());
    }

    @Test
    void allOfAScheduleIsRead() {
        var schedule = read("""
                {name: Payments primary, timeZone: Europe/London, holidays: [2026-12-25],
                 layers: [{name: primary, people: [ada, [grace, linus]], rotation: weekly, handover: "Mon 09:00",
                           from: 2026-01-05, until: 2027-01-05T09:00, only: ["Mon-Tue 09:00-17:00"]},
                          {name: shadow, people: [linus], rotation: 12h, from: 2026-01-05, beside: true}],
                 overrides: [{person: grace, instead: ada, from: 2026-07-01T09:00, until: 2026-07-01T12:00:00Z}]}
                """);
        assertThat(schedule)
                .isEqualTo(new Schedule(
                        ScheduleId.of("payments"),
                        "payments",
                        "Payments primary",
                        "Europe/London",
                        List.of(
                                new Layer(
                                        "primary",
                                        "Europe/London",
                                        List.of(turn("ada"), turn("grace", "linus")),
                                        new Rotation(Unit.WEEKS, 1, 1, LocalTime.of(9, 0)),
                                        LocalDateTime.of(2026, 1, 5, 0, 0),
                                        LocalDateTime.of(2027, 1, 5, 9, 0),
                                        List.of(
                                                new Hours(
                                                        DayOfWeek.MONDAY,
                                                        LocalTime.of(9, 0),
                                                        DayOfWeek.MONDAY,
                                                        LocalTime.of(17, 0)),
                                                new Hours(
                                                        DayOfWeek.TUESDAY,
                                                        LocalTime.of(9, 0),
                                                        DayOfWeek.TUESDAY,
                                                        LocalTime.of(17, 0))),
                                        false),
                                new Layer(
                                        "shadow",
                                        "Europe/London",
                                        List.of(turn("linus")),
                                        new Rotation(Unit.HOURS, 12, 0, LocalTime.MIDNIGHT),
                                        LocalDateTime.of(2026, 1, 5, 0, 0),
                                        null,
                                        List.of(),
                                        true)),
                        List.of(new ShiftOverride(
                                PersonId.of("grace"),
                                PersonId.of("ada"),
                                Instant.parse("2026-07-01T08:00:00Z"),
                                Instant.parse("2026-07-01T12:00:00Z"),
                                null)),
                        List.of(LocalDate.of(2026, 12, 25))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Mon-Fri 09:00-17:00     | Mon,Tue,Wed,Thu,Fri 09:00-17:00
                    Sat,Sun                 | Sat,Sun 00:00-24:00
                    Sat-Mon 9:00-10:00      | Sat,Sun,Mon 09:00-10:00
                    22:00-06:00             | Mon,Tue,Wed,Thu,Fri,Sat,Sun 22:00-06:00
                    Fri 18:00-Mon 08:00     | Fri 18:00-Mon 08:00
                    Sun 18:00-Sun 24:00     | Sun 18:00-24:00
                    Fri 18:00 - Mon 24:00   | Fri 18:00-Tue 00:00
                    """)
    void hoursAreReadAndWrittenSoThatTheyReadTheSame(String given, String written) {
        var hours = layer("rotation: daily, only: [\"" + given + "\"]").only();
        assertThat(Watches.write(hours)).containsExactly(written);
        assertThat(layer("rotation: daily, only: [\"" + written + "\"]").only()).isEqualTo(hours);
    }

    @ParameterizedTest
    @CsvSource({
        "hourly, 09:30",
        "daily, 09:30",
        "12h, 08:00",
        "3d, 00:00",
        "2w, Fri 17:00",
        "monthly, 31 08:00",
        "2mo, 1 00:00"
    })
    void rotationsAreWrittenAsTheyWereRead(String rotation, String handover) {
        var read = layer("rotation: " + rotation + ", handover: \"" + handover + "\"")
                .rotation();
        assertThat(Watches.write(read)).isEqualTo(rotation);
        assertThat(Watches.writeHandover(read)).isEqualTo(handover);
    }

    @Test
    void whatIsShownReadsTheSame() {
        var schedule = read("""
                {timeZone: America/New_York, layers: [{name: all, people: [[ada, grace], linus], rotation: daily, from: 2026-01-05}],
                 overrides: [{person: linus, from: 2026-01-06T12:00, until: 2026-01-06T13:00}]}
                """);
        var words = Map.of(PersonId.of("ada"), "ada", PersonId.of("grace"), "grace", PersonId.of("linus"), "linus");
        var file = Map.of(
                "people",
                        Map.of("ada", Map.of("name", "A"), "grace", Map.of("name", "G"), "linus", Map.of("name", "L")),
                "schedules", Map.of("payments", ScheduleFields.of(schedule, words::get)));
        assertThat(ConfigReader.read(file, Known.NOTHING).schedules()).containsExactly(schedule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {layers: []} | schedules.payments.layers
                    {layers: [{name: a, people: [], rotation: daily, from: 2026-01-05}]} | schedules.payments.layers[0].people
                    {layers: [{name: a, people: [nobody], rotation: daily, from: 2026-01-05}]} | schedules.payments.layers[0].people[0]
                    {layers: [{name: a, people: [[]], rotation: daily, from: 2026-01-05}]} | schedules.payments.layers[0].people[0]
                    {layers: [{name: a, people: [ada], rotation: yearly, from: 2026-01-05}]} | schedules.payments.layers[0].rotation
                    {layers: [{name: a, people: [ada], rotation: 0d, from: 2026-01-05}]} | schedules.payments.layers[0].rotation
                    {layers: [{name: a, people: [ada], rotation: weekly, handover: "09:00", from: 2026-01-05}]} | schedules.payments.layers[0].handover
                    {layers: [{name: a, people: [ada], rotation: monthly, handover: "32 09:00", from: 2026-01-05}]} | schedules.payments.layers[0].handover
                    {layers: [{name: a, people: [ada], rotation: daily, handover: "25:00", from: 2026-01-05}]} | schedules.payments.layers[0].handover
                    {layers: [{name: a, people: [ada], rotation: daily, from: soon}]} | schedules.payments.layers[0].from
                    {layers: [{name: a, people: [ada], rotation: daily, from: 2026-01-05, until: 2026-01-05}]} | schedules.payments.layers[0].until
                    {layers: [{name: a, people: [ada], rotation: daily, from: 2026-01-05, only: ["Mon-Foo"]}]} | schedules.payments.layers[0].only[0]
                    {layers: [{name: a, people: [ada], rotation: daily, from: 2026-01-05, timeZone: Mars/Base}]} | schedules.payments.layers[0].timeZone
                    {timeZone: Mars/Base, layers: [{name: a, people: [ada], rotation: daily, from: 2026-01-05}]} | schedules.payments.timeZone
                    {layers: [{name: a, people: [ada], rotation: daily, from: 2026-01-05}, {name: b, people: [ada], rotation: daily, from: 2026-01-05}]} | schedules.payments.layers[0]
                    {layers: [{name: a, people: [ada], rotation: daily, from: 2026-01-05}], holidays: [Christmas]} | schedules.payments.holidays[0]
                    {layers: [{name: a, people: [ada], rotation: daily, from: 2026-01-05}], overrides: [{person: ada, from: 2026-01-05T10:00, until: 2026-01-05T09:00}]} | schedules.payments.overrides[0].until
                    """)
    void mistakesAreTold(String schedule, String path) {
        assertThatThrownBy(() -> read(schedule))
                .isInstanceOfSatisfying(
                        ConfigMistakes.class,
                        mistakes -> assertThat(mistakes.mistakes())
                                .extracting(Mistake::path)
                                .contains(path));
    }

    @Test
    void aPolicyMayTellASchedule() {
        var file = PEOPLE + """
                schedules: {payments: {layers: [{name: a, people: [ada], rotation: daily, from: 2026-01-05}]}}
                teams: {shop: {name: Shop, members: [ada]}}
                policies: {p: {steps: [{notify: ["schedule:payments", "team:shop"], wait: 5m}]}}
                """;
        var policy = ConfigReader.read(file, Known.NOTHING).policies().getFirst();
        assertThat(policy.steps().getFirst().targets())
                .containsExactly(
                        new Target(TargetKind.SCHEDULE, Section.SCHEDULES.id("payments"), "payments"),
                        new Target(TargetKind.TEAM, Section.TEAMS.id("shop"), "shop"));
    }
}
