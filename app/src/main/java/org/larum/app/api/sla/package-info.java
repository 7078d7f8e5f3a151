/** What was promised of incidents, and whether it is kept. */
@NullMarked
package org.larum.app.api.sla;

import org.jspecify.annotations.NullMarked;
