package org.larum.projections.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.CHAT;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.directory.DirectoryExamples.PROMETHEUS;
import static org.larum.projections.timeline.Line.text;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Severity;
import org.larum.projections.shared.Calling;
import org.larum.projections.timeline.Line.As;
import org.larum.projections.timeline.Line.Word;

class LineTest {

    private static String spoken(Line line) {
        return line.spoken(new Calling());
    }

    @Test
    void wordsStandWhereTheSentenceWantsThem() {
        assertThat(spoken(Line.of("x", "{1} before {0}.", text("b"), text("a"))))
                .isEqualTo("a before b.");
        assertThat(spoken(Line.of("x", "Nothing to put in."))).isEqualTo("Nothing to put in.");
        assertThat(spoken(Line.of("x", "{0}{0}", text("a")))).isEqualTo("aa");
    }

    @Test
    void aTitleThatLooksLikeAPlaceholderStaysAsItIs() {
        assertThat(spoken(Line.of("x", "Alert: {0}, {1}", text("{1} {0} {"), text("{0}"))))
                .isEqualTo("Alert: {1} {0} {, {0}");
        assertThat(spoken(Line.of("x", "Alert: {0}", text("$1 \\ %s {}")))).isEqualTo("Alert: $1 \\ %s {}");
    }

    @Test
    void moreThanTenWordsFindTheirPlace() {
        var words = new Word[11];
        Arrays.setAll(words, i -> text("w" + i));
        assertThat(spoken(Line.of("x", "{10} {1}", words))).isEqualTo("w10 w1");
    }

    @Test
    void namesArePutInWhenItIsRead() {
        var line = Line.of(
                "x",
                "{0}, {1}, {2}",
                new Word(As.PERSON, ADA.toString()),
                new Word(As.CHANNEL, CHAT.toString()),
                new Word(As.SERVICE, CHECKOUT.toString()));
        assertThat(spoken(line)).isEqualTo("the person, the channel, the service");
    }

    @Test
    void whoDidItStandsFirst() {
        var line = Line.of("x", "did {0}.", text("it"));
        assertThat(spoken(line.by(BY_ADA))).isEqualTo("the person did it.");
        assertThat(spoken(line.by(Actor.integration(PROMETHEUS)))).isEqualTo("the integration did it.");
        assertThat(spoken(line.by(Actor.token("deploy")))).isEqualTo("deploy did it.");
        assertThat(spoken(line.by(Actor.LARUM))).isEqualTo("Larum did it.");
    }

    @Test
    void whatIsAddedLaterKeepsTheRest() {
        var line =
                Line.of("x", "{0}", text("a")).by(BY_ADA).severity(Severity.LOW).detail("why");
        assertThat(line.detail()).isEqualTo("why");
        assertThat(line.severity()).isEqualTo(Severity.LOW);
        assertThat(line.who()).isEqualTo(BY_ADA);
        assertThat(spoken(line)).isEqualTo("the person a");
    }
}
