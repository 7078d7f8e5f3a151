package org.larum.notifiers.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlackTextTest {

    @Test
    void whatComesFromSlackReadsAsItWasSeen() {
        assertThat(SlackText.plain(
                        "a &lt;b&gt; &amp; <https://example.org|the page> <@U1|ada> <!here> <https://x.example>"))
                .isEqualTo("a <b> & the page ada !here https://x.example");
    }

    @Test
    void linesStayLines() {
        assertThat(SlackText.lines("one <b>\r\ntwo\u202E\n<!channel>", 100))
                .isEqualTo("one &lt;b&gt;\ntwo\n&lt;!channel&gt;");
        assertThat(SlackText.lines("x".repeat(50), 10)).isEqualTo("x".repeat(9) + "…");
    }
}
