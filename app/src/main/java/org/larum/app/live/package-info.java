/** Changes as they are committed, as server-sent events with the global index as id. */
@NullMarked
package org.larum.app.live;

import org.jspecify.annotations.NullMarked;
