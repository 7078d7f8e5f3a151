package org.larum.projections.major;

import java.util.UUID;

/** What can be asked about major incidents. */
public sealed interface MajorQuery {

    record OneMajor(UUID incident) implements MajorQuery {}
}
