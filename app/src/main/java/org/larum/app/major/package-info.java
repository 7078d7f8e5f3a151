/** How the parts of a major incident are put together. */
@NullMarked
package org.larum.app.major;

import org.jspecify.annotations.NullMarked;
