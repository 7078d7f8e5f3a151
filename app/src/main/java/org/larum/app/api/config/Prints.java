package org.larum.app.api.config;

import org.larum.domain.directory.PersonId;

/** Makes keyed fingerprints: equal for equal values, and of no use to whoever has no master key. Writes nothing. */
interface Prints {

    String person(PersonId person, String plain);

    String key(String plain);

    String secret(String plain);
}
