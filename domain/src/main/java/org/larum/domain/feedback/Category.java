package org.larum.domain.feedback;

/** What a comment is about. */
public enum Category {
    PERFORMANCE,
    USABILITY,
    FEATURES,
    RELIABILITY,
    /** None of its words is known. */
    OTHER
}
