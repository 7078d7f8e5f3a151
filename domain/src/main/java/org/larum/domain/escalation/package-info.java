/**
 * Who is told when nobody answers: policies, and one run of a pinned policy for each call for an answer.
 * Hears opened, held and resolved incidents and due timers; speaks {@link org.larum.domain.escalation.EscalationEvent}.
 * Never knows how a person is reached.
 */
@NullMarked
package org.larum.domain.escalation;

import org.jspecify.annotations.NullMarked;
