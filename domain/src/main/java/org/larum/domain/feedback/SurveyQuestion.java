package org.larum.domain.feedback;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is asked after an incident: each answered from 1, not at all, to 5, very much. Append only: it stands in events. */
public enum SurveyQuestion {
    ALERTED("The page said what was wrong."),
    CONTEXT("What I needed was at hand: runbook, graphs, changes."),
    HELP("Others helped when I needed them."),
    LOAD("What was asked of me was bearable.");

    private final String sentence;

    SurveyQuestion(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

    /** As it is written over HTTP. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SurveyQuestion> of(@Nullable String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
