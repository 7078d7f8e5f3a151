/** Why somebody was told of an alert, or was not: the chain of decisions, read from the log. */
@NullMarked
package org.larum.app.why;

import org.jspecify.annotations.NullMarked;
