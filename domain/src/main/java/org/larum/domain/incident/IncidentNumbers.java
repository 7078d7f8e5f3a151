package org.larum.domain.incident;

/** Gives each incident the short number that people say aloud. Numbers grow; a gap means nothing. */
public interface IncidentNumbers {

    int next();
}
