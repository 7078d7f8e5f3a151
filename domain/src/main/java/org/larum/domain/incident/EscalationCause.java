package org.larum.domain.incident;

/** Why more people are asked than those whose turn it is. Append only: it stands in events. */
public enum EscalationCause {
    BY_HAND,
    /** A customer has complained. */
    CUSTOMER,
    /** It hits several services. */
    SEVERAL_SERVICES
}
