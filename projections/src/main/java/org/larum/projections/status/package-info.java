/** What the status page shows: components, notices, what was said, and how each component was on each of 90 days. */
@NullMarked
package org.larum.projections.status;

import org.jspecify.annotations.NullMarked;
