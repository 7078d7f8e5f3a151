package org.larum.app.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.larum.app.email.ReplyWish.Verb;

/** What is meant is done; what only begins alike is noted. */
class ReplyWishTest {

    @ParameterizedTest
    @CsvSource({
        "ack, ACKNOWLEDGE",
        "ACK!, ACKNOWLEDGE",
        "1, ACKNOWLEDGE",
        "Acknowledged., ACKNOWLEDGE",
        "2, PASS",
        "Escalate, PASS",
        "resolve, RESOLVE",
        "Resolved., RESOLVE"
    })
    void aWordAloneIsDone(String text, Verb verb) {
        assertThat(ReplyWish.of("  " + text + " \n")).isEqualTo(new ReplyWish(verb, null));
    }

    @ParameterizedTest
    @CsvSource({
        "1 of the nodes is down",
        "resolve this by hand please",
        "Escalate? I would rather wait",
        "acknowledgement is missing",
        "next time call me"
    })
    void aSentenceThatBeginsWithAWordIsANote(String text) {
        assertThat(ReplyWish.of(text)).isEqualTo(new ReplyWish(Verb.NOTE, text));
    }

    @Test
    void whatElseIsWrittenIsNoted() {
        assertThat(ReplyWish.of("ack, rebooting db2")).isEqualTo(new ReplyWish(Verb.ACKNOWLEDGE, "ack, rebooting db2"));
        assertThat(ReplyWish.of("resolve\n\nIt was the disk.\r\nAgain."))
                .isEqualTo(new ReplyWish(Verb.RESOLVE, "It was the disk.\r\nAgain."));
    }

    @Test
    void nothingIsNothing() {
        assertThat(ReplyWish.of(" \n ")).isEqualTo(new ReplyWish(Verb.NOTE, null));
        assertThat(ReplyWish.of("...")).isEqualTo(new ReplyWish(Verb.NOTE, "..."));
    }
}
