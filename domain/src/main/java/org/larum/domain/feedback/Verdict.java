package org.larum.domain.feedback;

/** What the one who was paged says of the page. */
public enum Verdict {
    /** Something was to be done, and they could do it. */
    USEFUL,
    /** Nothing was to be done. */
    NOISE,
    /** Something was to be done, by somebody else. */
    WRONG_PERSON
}
