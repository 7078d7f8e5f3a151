package org.larum.app.api.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.app.api.schedule.PlanView.PlanLoad;
import org.larum.projections.shared.Named;

/** Hours as a file. */
class HoursSheetTest {

    private static final PlanView PLAN = new PlanView(
            new Named(new UUID(0, 1), "nights", "Nights"),
            "Europe/Berlin",
            "Europe/Berlin",
            Instant.parse("2026-03-02T00:00:00Z"),
            Instant.parse("2026-03-09T00:00:00Z"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new PlanLoad(new Named(new UUID(0, 2), "ada", "=cmd|' /C calc'!A0"), 2, 750, 500, 90, 0, 3)),
            List.of(),
            List.of());

    @Test
    void aRowForEachPerson() {
        assertThat(new String(HoursSheet.CSV.of(PLAN), StandardCharsets.UTF_8)).isEqualTo("""
                "person","schedule","from","until","shifts","hours","night hours","weekend hours","holiday hours","nights"\r
                "'=cmd|' /C calc'!A0","Nights","2026-03-02T00:00:00Z","2026-03-09T00:00:00Z",2,12.50,8.33,1.50,0.00,3\r
                """);
    }

    @Test
    void aBookHoldsTheSame(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("hours.xlsx"), HoursSheet.XLSX.of(PLAN));
        var found = new StringBuilder();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                found.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(found).contains("=cmd|", "12.5", "night hours").doesNotContain("<f>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@x", "\tx", "\rx"})
    void whatLooksLikeAFormulaIsText(String name) {
        assertThat(HoursSheet.quoted(name)).isEqualTo("\"'" + name + "\"");
    }

    @Test
    void quotesAreDoubled() {
        assertThat(HoursSheet.quoted("Ada \"the first\"")).isEqualTo("\"Ada \"\"the first\"\"\"");
        assertThat(HoursSheet.quoted("")).isEqualTo("\"\"");
    }
}
