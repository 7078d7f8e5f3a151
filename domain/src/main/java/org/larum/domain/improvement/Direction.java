package org.larum.domain.improvement;

/** On which side of the target it is good. */
public enum Direction {
    AT_MOST,
    AT_LEAST
}
