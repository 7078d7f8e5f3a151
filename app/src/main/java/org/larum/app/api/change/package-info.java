/** Changes over HTTP. */
@NullMarked
package org.larum.app.api.change;

import org.jspecify.annotations.NullMarked;
