/**
 * What people work on: opened by its first alert, held, resolved with its last alert or by hand, reopened.
 * Hears joined and settled alerts; speaks {@link org.larum.domain.incident.IncidentEvent}. Never sends a message.
 */
@NullMarked
package org.larum.domain.incident;

import org.jspecify.annotations.NullMarked;
