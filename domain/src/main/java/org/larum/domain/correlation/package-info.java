/**
 * Which incident an alert belongs to: related services, or what a rule says, within a window that slides from the last join; and
 * which service is the likely root. Hears raised and admitted alerts; speaks {@link org.larum.domain.correlation.CorrelationEvent}. Never opens an incident itself.
 */
@NullMarked
package org.larum.domain.correlation;

import org.jspecify.annotations.NullMarked;
