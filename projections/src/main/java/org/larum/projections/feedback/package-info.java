/** What people say afterwards of pages and incidents: each word of theirs, and the figures of all. */
@NullMarked
package org.larum.projections.feedback;

import org.jspecify.annotations.NullMarked;
