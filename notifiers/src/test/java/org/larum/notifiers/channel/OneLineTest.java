package org.larum.notifiers.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {

    @Test
    void lineBreaksAndControlsBecomeOneSpace() {
        assertThat(OneLine.of("a\r\nBcc: b\u0000\u0085c\u2028d\u2029e\tf", 100)).isEqualTo("a Bcc: b c d e f");
    }

    @Test
    void nothingTurnsTheReadingDirection() {
        assertThat(OneLine.of("pay\u202Etxt.exe\u2066", 100)).isEqualTo("paytxt.exe");
    }

    @Test
    void longTextIsCutWithoutBreakingALetter() {
        assertThat(OneLine.of("x".repeat(20), 10)).isEqualTo("x".repeat(9) + "…");
        assertThat(OneLine.of("12345678🔥90", 10)).isEqualTo("12345678…");
    }

    @Test
    void halvesOfLettersAreDropped() {
        assertThat(OneLine.of("a\uD83Db", 100)).isEqualTo("a b");
    }

    @Test
    void textOfOtherScriptsStays() {
        assertThat(OneLine.of("支払い失敗 – Zahlung schlägt fehl 🔥", 100)).isEqualTo("支払い失敗 – Zahlung schlägt fehl 🔥");
    }
}
