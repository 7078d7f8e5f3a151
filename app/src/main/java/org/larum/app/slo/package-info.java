/** Looks at every budget of errors each minute, and tells of those that burn as of any other fault. */
@NullMarked
package org.larum.app.slo;

import org.jspecify.annotations.NullMarked;
