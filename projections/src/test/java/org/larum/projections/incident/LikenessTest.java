package org.larum.projections.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    @ParameterizedTest
    @CsvSource({
        "1.0, true,  ledger, a=1;b=2, 100",
        "1.0, true,  ledger, a=1;b=2;c=3, 100",
        "1.0, false, ,       ,        50",
        "0.5, true,  ,       a=1,     50",
        "0.0, true,  ,       ,        20",
        "0.0, false, ,       ,        0",
    })
    void everyReasonAddsToIt(double title, boolean service, @Nullable String root, @Nullable String labels, int score) {
        var shared = labels == null ? List.<String>of() : List.of(labels.split(";"));
        assertThat(new Likeness(title, service, root, shared).score()).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, The same title.",
        "0.7, The titles are much alike.",
        "0.3, The titles have words in common.",
        "0.1, ",
    })
    void titlesAreComparedInWords(double title, @Nullable String sentence) {
        assertThat(new Likeness(title, false, null, List.of()).because())
                .isEqualTo(sentence == null ? List.of() : List.of(sentence));
    }

    @ParameterizedTest
    @CsvSource({"ledger", "mailer"})
    void theRestIsNamed(String root) {
        assertThat(new Likeness(0, true, root, List.of("region=eu", "rack=7")).because())
                .containsExactly(
                        "The same service.", "The same likely root, " + root + ".", "Alerts with region=eu, rack=7.");
    }
}
