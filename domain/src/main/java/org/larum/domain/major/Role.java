package org.larum.domain.major;

/** What one person does for all the others while an incident is a major one. */
public enum Role {
    /** Decides, and keeps the others free to work. */
    COMMANDER,
    /** Tells stakeholders how it stands. */
    COMMUNICATIONS,
    /** Writes down what was seen, decided and done. */
    SCRIBE
}
