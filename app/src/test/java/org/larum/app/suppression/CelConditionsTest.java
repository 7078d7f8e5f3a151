package org.larum.app.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.domain.suppression.Conditions.Answer;
import org.larum.domain.suppression.Facts;

class CelConditionsTest {

    private static final Facts FACTS = new Facts(
            "critical",
            "Disk of cart-1 is full",
            "checkout",
            "shop",
            "cart",
            "high",
            1,
            Map.of("region", "eu", "host", "cart-1"));

    private final CelConditions conditions = new CelConditions();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "severity == \"critical\" ; true",
                "severity in [\"medium\", \"low\"] ; false",
                "labels.region == \"eu\" && tier <= 2 ; true",
                "labels[\"region\"] == \"us\" ; false",
                "labels.absent == \"x\" ; false",
                "labels.absent != \"x\" ; false",
                "!(\"absent\" in labels) || labels.absent != \"x\" ; true",
                "has(labels.region) ; true",
                "has(labels.absent) ; false",
                "labels.absent == \"x\" || service == \"checkout\" ; true",
                "summary.contains(\"Disk\") && summary.startsWith(\"Disk\") ; true",
                "labels.host.matches(\"^cart-[0-9]+$\") ; true",
                "labels.exists(name, name == \"host\") ; true",
                "team + \"/\" + component == \"shop/cart\" ; true",
                "criticality == \"high\" ; true",
            })
    void itAnswersAsItIsWritten(String condition, boolean isMet) {
        assertThat(CelConditions.flaw(condition)).isEmpty();
        assertThat(conditions.ask(condition, FACTS)).isEqualTo(isMet ? Answer.YES : Answer.NO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "severity == 1",
                "region == \"eu\"",
                "labels.region",
                "summary",
                "",
                "severity ==",
                "\u0000",
                "java.lang.System.exit(1)",
            })
    void whatIsNoConditionIsRefusedWithASentence(String condition) {
        assertThat(CelConditions.flaw(condition))
                .hasValueSatisfying(flaw -> assertThat(flaw)
                        .startsWith("This is not a condition")
                        .contains("Write one such as")
                        .doesNotContain("\n"));
    }

    @Test
    void whoeverWritesOneEqualsSignIsToldToWriteTwo() {
        assertThat(CelConditions.flaw("severity = \"critical\""))
                .hasValueSatisfying(flaw -> assertThat(flaw).contains("write =="));
    }

    @Test
    void whatIsBeyondTheBoundsIsRefused() {
        assertThat(CelConditions.flaw("true || ".repeat(400) + "true")).isPresent();
        assertThat(CelConditions.flaw("(".repeat(200) + "true" + ")".repeat(200)))
                .isPresent();
        assertThat(CelConditions.flaw("severity == \"" + "x".repeat(3000) + "\""))
                .isPresent();
        assertThat(CelConditions.flaw("[" + "1,".repeat(600) + "1].size() > 1")).isPresent();
    }

    /** Loops within loops, and a pattern that takes other engines years. */
    @Test
    void aHostileConditionEndsSoonAndHoldsNothingBack() {
        var all = "labels.all(a, labels.all(b, labels.all(c, labels.all(d, labels.all(e, a == a)))))";
        var many = new LinkedHashMap<String, String>();
        for (int n = 0; n < 64; n++) {
            many.put("label" + n, "a".repeat(200) + "!");
        }
        var facts = new Facts("low", "a".repeat(1000) + "!", "", "", "", "", 0, many);
        long begin = System.nanoTime();
        assertThat(conditions.ask(all, facts).failure()).isNotNull();
        assertThat(conditions.ask("summary.matches(\"^(a+)+$\")", facts)).isEqualTo(Answer.NO);
        assertThat(conditions
                        .ask("summary.matches(\"(a{1,1000}){1,1000}\")", facts)
                        .isMet())
                .isFalse();
        assertThat(System.nanoTime() - begin).isLessThan(2_000_000_000L);
    }

    @Test
    void whatFailsSaysWhy() {
        var answer = conditions.ask("1 / (tier - tier) == 1", FACTS);
        assertThat(answer.isMet()).isFalse();
        assertThat(answer.failure()).contains("by zero");
        assertThat(conditions.ask("not even a condition (", FACTS).failure()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true | true",
                "1 == 1 | true",
                "severity != \"x\" | true",
                "severity == \"critical\" | false",
                "labels.region == \"eu\" | false",
                "service != \"checkout\" | true",
            })
    void whoeverMutesEverythingIsNoticed(String condition, boolean isEverything) {
        assertThat(CelConditions.matchesEverything(condition)).isEqualTo(isEverything);
    }
}
