/** What was to be told to whom, and how far each message has come. */
@NullMarked
package org.larum.projections.outbox;

import org.jspecify.annotations.NullMarked;
