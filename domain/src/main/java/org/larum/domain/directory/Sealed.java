package org.larum.domain.directory;

/**
 * A personal field as it may stand in the log: unreadable without the person's key, which lies outside. The fingerprint is
 * keyed, so that the same value given again is known without being opened.
 */
public record Sealed(String cipher, String fingerprint) {

    /** Equal when the value is equal; the cipher differs each time. */
    public boolean isSameAs(Sealed other) {
        return fingerprint.equals(other.fingerprint);
    }
}
