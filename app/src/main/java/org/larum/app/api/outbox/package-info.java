/** Messages over HTTP. */
@NullMarked
package org.larum.app.api.outbox;

import org.jspecify.annotations.NullMarked;
