/** Incidents over HTTP. */
@NullMarked
package org.larum.app.api.incident;

import org.jspecify.annotations.NullMarked;
