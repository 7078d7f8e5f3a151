package org.larum.domain.shared;

import java.util.UUID;

/** Names one thing for good. Every id is a record of one UUID whose {@code toString} is the bare UUID. */
public interface Identifier {

    UUID value();
}
