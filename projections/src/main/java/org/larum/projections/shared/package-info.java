/** What every projection has in common: pages, cursors, names. Knows no room. */
@NullMarked
package org.larum.projections.shared;

import org.jspecify.annotations.NullMarked;
