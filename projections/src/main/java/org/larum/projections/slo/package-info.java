/** What was good, what was down, and which budgets of errors burn. */
@NullMarked
package org.larum.projections.slo;

import org.jspecify.annotations.NullMarked;
