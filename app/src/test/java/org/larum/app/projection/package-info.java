/** The projections on a real PostgreSQL. */
@NullMarked
package org.larum.app.projection;

import org.jspecify.annotations.NullMarked;
