package org.larum.app.security;

/** What a route asks of whoever calls it. */
public enum Permission {
    /** Anybody: the route checks a key of its own, or shows nothing that is secret. */
    OPEN,
    /** A person, an administrator's token, or an ingest key within its scope. */
    READ,
    /** A person or an administrator's token. */
    RESPOND,
    /** An administrator, signed in or by token. */
    ADMINISTER,
    /** Only from the machine itself, with the token in the data directory. */
    OPERATE
}
