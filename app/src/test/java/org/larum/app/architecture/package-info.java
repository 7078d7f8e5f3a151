/** The shape of the whole: what may know what. */
@NullMarked
package org.larum.app.architecture;

import org.jspecify.annotations.NullMarked;
