/**
 * What people work on: opened by its first alert, held for a time, resolved with its last alert or by hand, reopened; and what
 * becomes of it meanwhile: handed over, mitigated, snoozed, merged into another one, split.
 * Hears joined and settled alerts; speaks {@link org.larum.domain.incident.IncidentEvent}. Never sends a message.
 */
@NullMarked
package org.larum.domain.incident;

import org.jspecify.annotations.NullMarked;
