package org.larum.app.compat.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.app.intake.BodyRefused;

class MatcherTest {

    private static final Map<String, String> LABELS =
            Map.of("alertname", "DiskFull", "path", "C:\\temp", "quote", "say \"hi\"", "größe", "1", "lines", "a\nb");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "alertname=\"DiskFull\"; true",
                " alertname = \"DiskFull\" ; true",
                "alertname=DiskFull; true",
                "alertname=\"Disk\"; false",
                "alertname!=\"Disk\"; true",
                "alertname=~\"Disk.*\"; true",
                "alertname=~\"Disk\"; false",
                "alertname=~\"Mem|DiskFull\"; true",
                "alertname!~\"Disk.*\"; false",
                "alertname!~\"Mem.*\"; true",
                "absent=\"\"; true",
                "absent!=\"x\"; true",
                "absent=~\".*\"; true",
                "absent=\"x\"; false",
                "path=\"C:\\\\temp\"; true",
                "quote=\"say \\\"hi\\\"\"; true",
                "lines=~\"a\\nb\"; true",
                "größe=\"1\"; true",
                "\"größe\"=\"1\"; true"
            })
    void matches(String text, boolean matched) {
        assertThat(Matcher.parse(text).matches(LABELS)).isEqualTo(matched);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "alertname",
                "=x",
                "a=~\"(\"",
                "a=\"x",
                "a==~\"(x\"",
                "a|b",
                "a=~\"((a{1000}){1000}){1000}\"",
                "a=~\"(a{2}){99999999999}\"",
                "a=~\"(?<!x)y\""
            })
    void isRefused(String text) {
        assertThatThrownBy(() -> Matcher.parse(text)).isInstanceOf(BodyRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=~\"(a+)+$\"", "a=~\"(a|aa)+b\"", "a=~\"(.*)*x\""})
    void noExpressionTakesForever(String text) {
        var matcher = Matcher.parse(text);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(2), () -> matcher.matches(Map.of("a", "a".repeat(4000) + "!")));
    }
}
