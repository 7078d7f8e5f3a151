package org.larum.domain.suppression;

import org.jspecify.annotations.Nullable;

/** Answers whether facts meet a condition. The language of conditions is nobody's business here. */
public interface Conditions {

    /** Never throws: a condition that cannot be answered says why, and is not met. Bounded in time, whatever it says. */
    Answer ask(String condition, Facts facts);

    /** {@code failure}: why there was no answer; null when there was one. */
    record Answer(boolean isMet, @Nullable String failure) {

        public static final Answer YES = new Answer(true, null);
        public static final Answer NO = new Answer(false, null);

        public static Answer failed(String why) {
            return new Answer(false, why);
        }
    }
}
