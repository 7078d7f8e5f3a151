/** What telling of a major incident must know, and how its parts are put together. */
@NullMarked
package org.larum.app.major;

import org.jspecify.annotations.NullMarked;
