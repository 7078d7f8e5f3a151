/** What ought to be better: the backlog, its rounds, the rules worth deleting, and what people do to an item. */
@NullMarked
package org.larum.app.api.improvement;

import org.jspecify.annotations.NullMarked;
