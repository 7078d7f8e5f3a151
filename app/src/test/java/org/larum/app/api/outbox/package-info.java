/** Tests of the story that each message tells. */
@NullMarked
package org.larum.app.api.outbox;

import org.jspecify.annotations.NullMarked;
