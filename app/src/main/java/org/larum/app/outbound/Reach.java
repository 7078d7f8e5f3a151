package org.larum.app.outbound;

/** How far Larum may call. */
public enum Reach {
    /**
     * Also this machine and private networks, since operators write the addresses themselves; but nothing link-local,
     * no group of machines, and nowhere that a cloud keeps credentials.
     */
    ANY_BUT_SPECIAL,
    /** Only what the whole Internet can reach. */
    PUBLIC_ONLY
}
