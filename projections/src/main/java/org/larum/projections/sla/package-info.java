/** What was promised of each incident, and how far it has come. */
@NullMarked
package org.larum.projections.sla;

import org.jspecify.annotations.NullMarked;
