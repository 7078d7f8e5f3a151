package org.larum.app.intake.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The figures are what Alertmanager 0.25 answered for the same labels. */
class LabelFingerprintTest {

    @Test
    void isThatOfAlertmanager() {
        var labels = Map.of("alertname", "DiskFull", "instance", "srv01:9100", "severity", "critical", "team", "infra");
        assertThat(LabelFingerprint.of(labels)).isEqualTo("f2ce9e2ec258db02");
        assertThat(LabelFingerprint.of(Map.of("alertname", "A", "b", "größe 🔥")))
                .isEqualTo("02a5b7a6906d2146");
    }

    @Test
    void namesAndValuesDoNotRunTogether() {
        assertThat(LabelFingerprint.of(Map.of("a", "bc"))).isNotEqualTo(LabelFingerprint.of(Map.of("ab", "c")));
    }
}
