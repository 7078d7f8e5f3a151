package org.larum.domain.shared;

/** A fact that happened. The sealed roots of the rooms extend this; the log holds nothing else. */
public interface Event {}
