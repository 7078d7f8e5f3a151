/** Tests of what stands behind a push. */
@NullMarked
package org.larum.app.push;

import org.jspecify.annotations.NullMarked;
