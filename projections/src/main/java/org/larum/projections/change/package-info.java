/** What was deployed or changed, of which service and when: never an alert, but often the reason of one. */
@NullMarked
package org.larum.projections.change;

import org.jspecify.annotations.NullMarked;
