package org.larum.app.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.larum.app.problem.Problems.Mistake;
import org.larum.domain.directory.Definition.Branch;
import org.larum.domain.directory.Definition.Policy;
import org.larum.domain.directory.Definition.Step;
import org.larum.domain.directory.Definition.Target;
import org.larum.domain.directory.Definition.TargetKind;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Schedule.Hours;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Severity;

class PolicyReaderTest {

    private static final String PEOPLE = "people: {ada: {name: Ada}, grace: {name: Grace, roles: [manager]}}\n";
    private static final Target ADA =
            new Target(TargetKind.PERSON, PersonId.of("ada").value(), "ada");

    private static Policy read(String policy) {
        return ConfigReader.read(PEOPLE + "policies: {shop: " + policy + "}", Known.NOTHING)
                .policies()
                .getFirst();
    }

    @Test
    void otherStepsForOtherSeveritiesAndHoursAreRead() {
        var policy = read("""
                {steps: [{level: Engineer, notify: ["person:ada"], wait: 5m, each: 2m}],
                 when: [{severity: critical, repeat: 3, steps: [{notify: ["role:manager"], wait: 1m}]},
                        {severity: [high, medium], hours: ["Mon 09:00-17:00"], timeZone: Europe/London,
                         steps: [{notify: ["person:ada"], wait: 1h}]}]}
                """);
        var manager = new Target(TargetKind.ROLE, Ids.of("role", "manager"), "manager");
        assertThat(policy.steps())
                .containsExactly(
                        new Step(List.of(ADA), Duration.ofMinutes(5), "Engineer", Duration.ofMinutes(2), null, null));
        assertThat(policy.branches())
                .containsExactly(
                        new Branch(
                                List.of(Severity.CRITICAL),
                                List.of(),
                                "UTC",
                                3,
                                List.of(new Step(List.of(manager), Duration.ofMinutes(1)))),
                        new Branch(
                                List.of(Severity.HIGH, Severity.MEDIUM),
                                List.of(new Hours(
                                        DayOfWeek.MONDAY, LocalTime.of(9, 0), DayOfWeek.MONDAY, LocalTime.of(17, 0))),
                                "Europe/London",
                                0,
                                List.of(new Step(List.of(ADA), Duration.ofHours(1)))));
    }

    @Test
    void whoAnswersForAStepIsRead() {
        var policy = read("{steps: [{notify: [\"person:ada\"], wait: 5m, acknowledge: all},"
                + " {notify: [\"person:ada\"], wait: 5m, roundRobin: true},"
                + " {notify: [\"person:ada\"], wait: 5m, roundRobin: false}]}");
        var wait = Duration.ofMinutes(5);
        assertThat(policy.steps())
                .containsExactly(
                        new Step(List.of(ADA), wait, null, null, null, true),
                        new Step(List.of(ADA), wait, null, null, true, null),
                        new Step(List.of(ADA), wait));
    }

    @Test
    void theHoursOfACaseMayBeThoseOfWhoeverAnswers() {
        var policy = read("{steps: [{notify: [\"person:ada\"], wait: 5m}], when: [{hours: [\"Mon-Fri 09:00-17:00\"],"
                + " timeZone: responder, steps: [{notify: [\"person:grace\"], wait: 5m}]}]}");
        assertThat(policy.branches())
                .singleElement()
                .extracting(Branch::timeZone)
                .isEqualTo(Branch.RESPONDER);
    }

    @Test
    void withoutCasesAPolicyIsWhatItWasBefore() {
        assertThat(read("{steps: [{notify: [\"person:ada\"], wait: 5m}]}").when())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{steps: [{notify: ["person:ada"], wait: 5m}]}]                             | when[0]           | says nothing of when
            [{severity: urgent, steps: [{notify: ["person:ada"], wait: 5m}]}]           | when[0].severity  | no severity
            [{hours: ["noon"], steps: [{notify: ["person:ada"], wait: 5m}]}]            | when[0].hours[0]  | no hours of the week
            [{severity: high, timeZone: Mars, steps: [{notify: ["person:ada"], wait: 5m}]}] | when[0].timeZone | no time zone
            [{severity: high}]                                                          | when[0].steps     | missing
            [{severity: high, steps: [{notify: ["role:"], wait: 5m}]}]                  | when[0].steps[0].notify[0] | cannot be told
            [{severity: high, steps: [{notify: ["person:ada"], wait: 5m, each: now}]}]  | when[0].steps[0].each | not a time
            [{severity: high, steps: [{notify: ["person:ada"], wait: 5m, acknowledge: some}]}] | when[0].steps[0].acknowledge | not known here
            [{severity: high, steps: [{notify: ["person:ada"], wait: 5m, roundRobin: true, each: 1m}]}] | when[0].steps[0].roundRobin | "each" has no meaning
            [{severity: high, steps: [{notify: ["person:ada"], wait: 5m, roundRobin: true, acknowledge: all}]}] | when[0].steps[0].roundRobin | "acknowledge" has no meaning
            []                                                                          | when              | There must be 1 to 20
            """)
    void whatIsWrongIsToldWhereItStands(String when, String path, String sentence) {
        var mistakes = catchThrowableOfType(
                ConfigMistakes.class,
                () -> read("{steps: [{notify: [\"person:ada\"], wait: 5m}], when: " + when + "}"));
        assertThat(mistakes.mistakes()).singleElement().satisfies((Mistake mistake) -> {
            assertThat(mistake.path()).isEqualTo("policies.shop." + path);
            assertThat(mistake.message()).contains(sentence);
        });
    }
}
