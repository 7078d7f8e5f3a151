package org.larum.domain.status;

/** Who reads a notice: everybody, or those who are signed in. */
public enum Visibility {
    PUBLIC,
    PRIVATE
}
