package org.larum.app.spool;

/** Whether the spool has a request now. */
public sealed interface Spooled {

    /** It is on the disk: answer 202. */
    record Kept() implements Spooled {}

    /** It is not: answer 503. {@code sentence} is for the log. */
    record Refused(Why why, String sentence) implements Spooled {}

    enum Why {
        /** All segments together have reached the cap. */
        FULL,
        /** The disk took nothing: no space, or a fault. */
        DISK,
        /** The server is stopping. */
        CLOSED
    }
}
