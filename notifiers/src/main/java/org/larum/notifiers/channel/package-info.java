/** What every way of telling somebody has in common: one message in, one outcome out. Never retries, never waits. */
@NullMarked
package org.larum.notifiers.channel;

import org.jspecify.annotations.NullMarked;
