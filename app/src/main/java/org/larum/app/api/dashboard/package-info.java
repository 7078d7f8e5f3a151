/**
 * Boards of figures that people put together: which there are, who may change one, what each of its panels shows now, and the secret
 * addresses under which screens show one without signing in. A board is a definition of the directory; here nothing is counted that
 * another room does not count already.
 */
@NullMarked
package org.larum.app.api.dashboard;

import org.jspecify.annotations.NullMarked;
