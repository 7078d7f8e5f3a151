/** Tells machines by a signed HTTP POST. */
@NullMarked
package org.larum.notifiers.webhook;

import org.jspecify.annotations.NullMarked;
