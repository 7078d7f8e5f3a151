package org.larum.domain.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.larum.domain.postmortem.PostmortemDraft.Entry;
import org.larum.domain.postmortem.PostmortemDraft.Facts;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;

class PostmortemDraftTest {

    private static Facts facts(@Nullable Integer answered, @Nullable Integer resolved, long alerts) {
        return new Facts(
                "Checkout",
                Severity.CRITICAL,
                Cause.CRITICAL,
                Monday.NINE,
                answered == null ? null : Monday.at(answered),
                resolved == null ? null : Monday.at(resolved),
                alerts,
                List.of());
    }

    private static Entry entry(long index, String kind, String sentence) {
        return new Entry(index, Monday.at((int) index), kind, sentence);
    }

    @Test
    void itTellsTheFactsAndPointsAtTheLog() {
        var text = PostmortemDraft.of(
                facts(4, 64, 214),
                List.of(
                        entry(12, "incident", "INC-1001 opened for Checkout."),
                        entry(13, "message", "An e-mail to ada was sent."),
                        entry(17, "person", "ada acknowledged.")));
        assertThat(text)
                .startsWith("## What happened\n\nCheckout had a critical incident for 1 h 4 min.")
                .contains(
                        "## Impact\n\n- It lasted 1 h 4 min.\n- It was answered after 4 min.\n- 214 alerts told of it.")
                .contains("- [[event:12|INC-1001 opened for Checkout.]]\n- [[event:17|ada acknowledged.]]\n")
                .contains(
                        "## What went well\n\n- 214 alerts became one incident.\n- Somebody was at work on it within 4 min.")
                .doesNotContain("e-mail");
    }

    @Test
    void whatNeverWasIsSaid() {
        assertThat(PostmortemDraft.of(facts(null, null, 1), List.of()))
                .contains("which is not over.", "- Nobody acknowledged it.\n- One alert told of it.")
                .doesNotContain("at work on it");
    }

    @Test
    void aStormAndALongNightStayReadable() {
        var storm = IntStream.range(0, 300).mapToObj(i -> entry(i, "alert", "Alert: " + i));
        var night = IntStream.range(300, 500).mapToObj(i -> entry(i, "person", "ada noted " + i));
        var text = PostmortemDraft.of(
                facts(1, 600, 300), new ArrayList<>(Stream.concat(storm, night).toList()));
        assertThat(text)
                .contains("Alert: 4]]", "… and 145 more, which stand in the log", "ada noted 499")
                .doesNotContain("Alert: 5]]");
        assertThat(text.lines().filter(line -> line.startsWith("- [[event:"))).hasSize(PostmortemDraft.MOST_LINES);
    }

    @Test
    void noSenderBreaksOutOfAReference() {
        assertThat(EventReference.of(7, "Alert: ]] [[event:1|x]]\n# Fired\u0007 | now"))
                .isEqualTo("[[event:7|Alert: event:1 x # Fired now]]");
        assertThat(EventReference.of(7, "😀".repeat(300))).isEqualTo("[[event:7|" + "😀".repeat(100) + " …]]");
        assertThat(EventReference.of(7, "a" + "😀".repeat(300))).isEqualTo("[[event:7|a" + "😀".repeat(99) + " …]]");
    }
}
