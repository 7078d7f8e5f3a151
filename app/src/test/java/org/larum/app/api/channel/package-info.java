/** Tests of the channels over HTTP. */
@NullMarked
package org.larum.app.api.channel;

import org.jspecify.annotations.NullMarked;
