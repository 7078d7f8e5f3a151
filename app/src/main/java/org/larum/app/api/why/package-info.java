/** Why somebody was told, over HTTP. */
@NullMarked
package org.larum.app.api.why;

import org.jspecify.annotations.NullMarked;
