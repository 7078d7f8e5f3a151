/**
 * Whether an alert is told now, held back, or never: silences, maintenance, known issues, inhibition, flapping, thresholds, holds.
 * Hears raised alerts; speaks {@link org.larum.domain.suppression.SuppressionEvent}. What is held back has a reason and an end, and
 * a rule that fails holds nothing back.
 */
@NullMarked
package org.larum.domain.suppression;

import org.jspecify.annotations.NullMarked;
