package org.larum.domain.directory;

import java.util.Optional;

/** Seals and opens personal fields with the key of the person they belong to. */
public interface Seals {

    Sealed seal(PersonId person, String plain);

    /** What {@link Sealed#fingerprint} would be; nothing is written, and no key is made. */
    String fingerprint(PersonId person, String plain);

    /** Empty when the person's key was erased: nobody can read it any more. */
    Optional<String> open(PersonId person, Sealed sealed);
}
