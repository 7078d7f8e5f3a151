/** How each channel does, over HTTP; and the ways to try one. */
@NullMarked
package org.larum.app.api.channel;

import org.jspecify.annotations.NullMarked;
