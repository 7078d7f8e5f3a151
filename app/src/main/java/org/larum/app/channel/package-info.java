/** How each channel of the house does: what became of its messages, and whether its provider answers when it is asked. */
@NullMarked
package org.larum.app.channel;

import org.jspecify.annotations.NullMarked;
