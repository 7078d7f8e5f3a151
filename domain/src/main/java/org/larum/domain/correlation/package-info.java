/**
 * Which incident an alert belongs to: a group for each service, its window sliding from the last join.
 * Hears raised alerts; speaks {@link org.larum.domain.correlation.CorrelationEvent}. Never opens an incident itself.
 */
@NullMarked
package org.larum.domain.correlation;

import org.jspecify.annotations.NullMarked;
