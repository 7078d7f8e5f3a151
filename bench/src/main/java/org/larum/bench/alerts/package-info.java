/** What senders say: the bodies of requests. */
@NullMarked
package org.larum.bench.alerts;

import org.jspecify.annotations.NullMarked;
