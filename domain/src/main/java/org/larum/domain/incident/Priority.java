package org.larum.domain.incident;

/** How much an incident matters to those who use the services, first things first. */
public enum Priority {
    P1,
    P2,
    P3,
    P4,
    P5
}
