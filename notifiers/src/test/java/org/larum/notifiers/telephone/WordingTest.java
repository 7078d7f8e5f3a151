package org.larum.notifiers.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.notifiers.channel.ChannelExamples;
import org.larum.notifiers.channel.Message.Notice;

class WordingTest {

    private static String written(String title) {
        return Wording.answerable(ChannelExamples.page(ChannelExamples.titled(title), ChannelExamples.ada()), " #k7f2");
    }

    private static String oneWay(String title) {
        return Wording.oneWay(ChannelExamples.page(ChannelExamples.titled(title), ChannelExamples.ada()));
    }

    @Test
    void whatMattersComesFirst() {
        assertThat(written("The disk is full"))
                .matches(
                        "Critical INC-\\d+ The disk is full \\(.+\\)\\. Reply 1 to acknowledge, 2 to pass on\\. #k7f2");
    }

    @Test
    void whereNothingComesBackItSaysWhereToAnswer() {
        assertThat(oneWay("The disk is full"))
                .matches("Critical INC-\\d+ The disk is full \\(.+\\)\\. https://larum\\.example\\.org/i/1042");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "{[~^|€]}", "ÄÖÜ", "數據庫已滿", "a\u200Eb\nc"})
    void howeverLongTheNamesAreItIsOneMessage(String piece) {
        for (int times = 1; times < 200; times++) {
            for (var text : List.of(written(piece.repeat(times)), oneWay(piece.repeat(times)))) {
                assertThat(GsmText.length(text)).isLessThanOrEqualTo(160);
                assertThat(GsmText.of(text)).isEqualTo(text);
            }
            assertThat(written(piece.repeat(times))).endsWith(" Reply 1 to acknowledge, 2 to pass on. #k7f2");
            assertThat(oneWay(piece.repeat(times))).endsWith(" https://larum.example.org/i/1042");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Crème brûlée        | Crème brulée
            “Straße” – 5 €      | "Straße" - 5 €
            naïve…              | naive...
            ﬁle №5              | file No5
            数                  | ?
            """)
    void lettersOutsideOfTheAlphabetAreWrittenAlike(String text, String written) {
        assertThat(GsmText.of(text)).isEqualTo(written);
    }

    @Test
    void aCutIsSeen() {
        assertThat(GsmText.cut("abcdef", 6)).isEqualTo("abcdef");
        assertThat(GsmText.cut("abcdefg", 6)).isEqualTo("abcd..");
        assertThat(GsmText.cut("€€€€", 6)).isEqualTo("€€..");
    }

    @Test
    void numbersAreSpokenDigitByDigit() {
        assertThat(Wording.spoken(ChannelExamples.page(ChannelExamples.titled("It burns"), ChannelExamples.ada())))
                .matches("This is Larum\\. Critical incident (\\d )+\\d on .+\\. It burns\\.");
    }

    @Test
    void aNoticeIsToldToo() {
        var notice = new Notice(
                "Test", "This is only a test.", URI.create("https://larum.example.org/me"), "Ada", ChannelExamples.AT);
        assertThat(Wording.oneWay(notice)).isEqualTo("Larum: Test. This is only a test.");
        assertThat(Wording.answerable(notice, " #k7f2")).isEqualTo("Larum: Test. This is only a test. #k7f2");
        assertThat(Wording.spoken(notice)).isEqualTo("This is Larum. Test. This is only a test.");
    }
}
