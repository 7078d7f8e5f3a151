package org.larum.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorableTest {

    @Test
    void onlyWhatCannotBeStoredIsReplaced() {
        assertThat(Storable.mend("a\0b\ud83d c\udd25 \ud83d\udd25")).isEqualTo("a\ufffdb\ufffd c\ufffd \ud83d\udd25");
        assertThat(Storable.flaw(Storable.mend("\udd25\ud83d\0"))).isNull();
        assertThat(Storable.flaw("plain, ü, \ud83d\udd25")).isNull();
    }

    @Test
    void aCutNeverLeavesHalfACharacter() {
        assertThat(Storable.clip("abcdef", 6)).isEqualTo("abcdef");
        assertThat(Storable.clip("abcdefg", 6)).isEqualTo("abcde…");
        assertThat(Storable.clip("abcd\ud83d\udd25x", 6)).isEqualTo("abcd…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JAVASCRIPT:alert(1)",
                " java\nscript:x",
                "data:text/html,x",
                "ftp://x",
                "//x.example",
                "http://",
                "https:///path",
                "http://a b",
                "https://x.example/\u0000",
                "https://x.example/\"onclick",
                "mailto:a@b",
                "vbscript:x",
                "file:///etc/passwd",
                "https:\\\\x.example",
                "https://x.example/<script>"
            })
    void notALink(String href) {
        assertThat(Links.isWeb(href)).isFalse();
        assertThat(new Links().add(href, "x").list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://x",
                "HTTPS://x.example:8443/a?b=c#d",
                "http://vm:9090/graph?g0.expr=a%3Eb|{c}",
                "https://ü.example/"
            })
    void aLink(String href) {
        assertThat(Links.isWeb(href)).isTrue();
    }
}
