/** Reviews of incidents: their texts in versions, what is to be done and by whom, and what was learned, to be found again. */
@NullMarked
package org.larum.projections.postmortem;

import org.jspecify.annotations.NullMarked;
