/** The door for budgets of errors: what is left of them, and what senders count. */
@NullMarked
package org.larum.app.api.slo;

import org.jspecify.annotations.NullMarked;
