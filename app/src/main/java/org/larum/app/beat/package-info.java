/** Looks that come again and again. */
@NullMarked
package org.larum.app.beat;

import org.jspecify.annotations.NullMarked;
