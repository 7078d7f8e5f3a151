package org.larum.projections.timeline;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.incident.IncidentEvent.Attachment;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Severity;
import org.larum.projections.shared.ActorView;
import org.larum.projections.shared.Names;

/**
 * A sentence before names are put in: names are looked up when it is read, since they change and people may be erased. {@code
 * {0}}, {@code {1}} stand for the words; {@code who} stands first in the sentence.
 */
record Line(
        String kind,
        String sentence,
        List<Word> words,
        @Nullable String detail,
        @Nullable Actor who,
        @Nullable Severity severity,
        @Nullable List<Attachment> attachments) {

    /** A piece of text, or somebody's or something's name. */
    record Word(As as, String value) {}

    enum As {
        TEXT,
        PERSON,
        CHANNEL,
        SERVICE
    }

    static Line of(String kind, String sentence, Word... words) {
        return new Line(kind, sentence, List.of(words), null, null, null, null);
    }

    static Word text(String value) {
        return new Word(As.TEXT, value);
    }

    Line detail(@Nullable String text) {
        return new Line(kind, sentence, words, text, who, severity, attachments);
    }

    Line by(Actor actor) {
        return new Line(kind, sentence, words, detail, actor, severity, attachments);
    }

    Line severity(Severity mark) {
        return new Line(kind, sentence, words, detail, who, mark, attachments);
    }

    Line with(@Nullable List<Attachment> files) {
        return new Line(kind, sentence, words, detail, who, severity, files);
    }

    /** Puts the names in, once: a word that looks like a placeholder stays as it is. */
    String spoken(Names names) {
        var actor = who;
        var text = new StringBuilder();
        if (actor != null) {
            text.append(ActorView.of(actor, names).name()).append(' ');
        }
        int at = 0;
        while (at < sentence.length()) {
            int open = sentence.indexOf('{', at);
            if (open < 0) {
                break;
            }
            int close = sentence.indexOf('}', open);
            text.append(sentence, at, open);
            text.append(name(words.get(Integer.parseInt(sentence, open + 1, close, 10)), names));
            at = close + 1;
        }
        return text.append(sentence, at, sentence.length()).toString();
    }

    private static String name(Word word, Names names) {
        return switch (word.as()) {
            case TEXT -> word.value();
            case PERSON -> names.person(UUID.fromString(word.value())).name();
            case CHANNEL -> names.channel(UUID.fromString(word.value())).name();
            case SERVICE -> names.service(UUID.fromString(word.value())).name();
        };
    }
}
