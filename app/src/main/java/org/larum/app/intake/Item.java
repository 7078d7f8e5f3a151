package org.larum.app.intake;

/** One item of a request after translation: a detection, or what is wrong with it. */
public sealed interface Item {

    record Valid(Detection detection) implements Item {}

    /** {@code field}: the path of what is wrong, as the sender wrote it, such as {@code labels.team}. */
    record Invalid(String field, String reason) implements Item {}
}
