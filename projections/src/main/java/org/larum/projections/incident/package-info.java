/** The list of incidents, each with who holds it and who is asked next. */
@NullMarked
package org.larum.projections.incident;

import org.jspecify.annotations.NullMarked;
