package org.larum.domain.shared;

/** A wish that one aggregate decides. The sealed roots of the rooms extend this. */
public interface Command {}
