package org.larum.app.email;

/** What became of a mail that came in. */
enum ReplyOutcome {
    ACKNOWLEDGED,
    /** Passed on: the next one is asked. */
    ESCALATED,
    RESOLVED,
    NOTED,
    IGNORED
}
