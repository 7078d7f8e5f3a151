/** What happened in an incident, as sentences in the order of the log. */
@NullMarked
package org.larum.projections.timeline;

import org.jspecify.annotations.NullMarked;
