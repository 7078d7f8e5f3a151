package org.larum.domain.schedule;

import org.larum.domain.directory.PersonId;

/** Somebody is not there: nobody's turn, and no reason to leave a shift to nobody. */
public record Away(PersonId person, Stretch when) {}
