/**
 * What was promised of a service over a month, and how much of the budget of errors is left. Hears nothing; speaks {@link
 * org.larum.domain.slo.SloEvent}. The arithmetic is pure; whether it is told is decided once, so that a rebuild tells nothing again.
 */
@NullMarked
package org.larum.domain.slo;

import org.jspecify.annotations.NullMarked;
