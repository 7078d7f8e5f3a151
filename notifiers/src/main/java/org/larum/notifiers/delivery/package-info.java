/** From a requested notification to its known end: attempts, leases, retries. Never knows how a channel speaks. */
@NullMarked
package org.larum.notifiers.delivery;

import org.jspecify.annotations.NullMarked;
