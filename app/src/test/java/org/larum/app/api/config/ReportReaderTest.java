package org.larum.app.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ReportPlan;
import org.larum.domain.directory.ReportPlan.Format;
import org.larum.domain.directory.ReportPlan.Part;
import org.larum.domain.directory.ReportPlan.Rhythm;
import org.larum.domain.shared.Severity;

class ReportReaderTest {

    private static final String SHORT = """
            people: {ada: {name: Ada}}
            reports: {weekly: {schedule: weekly, recipients: {people: [ada]}}}
            """;

    private static ReportPlan read(String file) {
        return ConfigReader.read(file, Known.NOTHING).reports().getFirst();
    }

    private static String mistakes(String file) {
        var thrown = catchThrowableOfType(ConfigMistakes.class, () -> ConfigReader.read(file, Known.NOTHING));
        return String.valueOf(thrown.mistakes());
    }

    @Test
    void shortReportHasUsualValues() {
        var plan = read(SHORT);
        assertThat(plan.title()).isEqualTo("weekly");
        assertThat(plan.at()).isEqualTo(LocalTime.of(8, 0));
        assertThat(plan.timeZone()).isEqualTo("UTC");
        assertThat(plan.sections()).containsExactly(Part.values());
        assertThat(plan.formats()).containsExactly(Format.HTML, Format.PDF);
        assertThat(plan.recipients().people()).containsExactly(PersonId.of("ada"));
        assertThat(read(SHORT.replace("schedule: weekly", "schedule: daily")).at())
                .isEqualTo(LocalTime.of(6, 0));
    }

    @Test
    void wholeReportIsReadAndWrittenBack() {
        var plan = read("""
                people: {ada: {name: Ada}}
                teams: {shop: {name: Shop, members: [ada]}}
                reports:
                  board:
                    title: For the board
                    schedule: monthly
                    at: "07:30"
                    timeZone: Europe/Berlin
                    sections: [summary, low]
                    formats: [pptx]
                    recipients: {teams: [shop], addresses: ["board@example.test"]}
                    brand: {name: Example, color: "#AA0000"}
                    filters: {teams: [shop], severities: [critical, high]}
                """);
        assertThat(plan.rhythm()).isEqualTo(Rhythm.MONTHLY);
        assertThat(plan.at()).isEqualTo(LocalTime.of(7, 30));
        assertThat(plan.sections()).containsExactly(Part.SUMMARY, Part.LOW);
        assertThat(plan.brand().color()).isEqualTo("#aa0000");
        assertThat(plan.filters().severities()).containsExactly(Severity.CRITICAL, Severity.HIGH);
        assertThat(ReportReader.written(plan, id -> "shop"))
                .containsEntry("at", "07:30")
                .containsEntry("sections", List.of("summary", "low"))
                .containsEntry("formats", List.of("pptx"));
    }

    @Test
    void whatCannotBeMeantSaysWhatToWrite() {
        assertThat(mistakes(SHORT.replace(", recipients: {people: [ada]}", ""))).contains("recipients", "who gets it");
        assertThat(mistakes(SHORT.replace("{people: [ada]}", "{}"))).contains("Nobody would get this report");
        assertThat(mistakes(SHORT.replace("[ada]", "[grace]"))).contains("There is no person");
        assertThat(mistakes(SHORT.replace("schedule: weekly", "schedule: hourly")))
                .contains("daily, weekly or monthly");
        assertThat(mistakes(SHORT.replace("schedule: weekly,", ""))).contains("schedule");
        assertThat(mistakes(with("sections: [sumary]"))).contains("Write a list of summary, course");
        assertThat(mistakes(with("sections: []"))).contains("summary");
        assertThat(mistakes(with("formats: [docx]"))).contains("html, pdf, xlsx, pptx");
        assertThat(mistakes(with("formats: [pdf, pdf]"))).contains("already");
        assertThat(mistakes(with("at: noon"))).contains("\"08:00\"");
        assertThat(mistakes(with("timeZone: Moon"))).contains("time zone");
        assertThat(mistakes(with("brand: {color: red}"))).contains("#0a5fb4");
        assertThat(mistakes(SHORT.replace("{people: [ada]}", "{addresses: [nobody]}")))
                .contains("Mail cannot be sent")
                .doesNotContain("nobody");
    }

    private static String with(String field) {
        return SHORT.replace("schedule: weekly", "schedule: weekly, " + field);
    }
}
