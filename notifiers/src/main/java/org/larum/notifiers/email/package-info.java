/** Tells people by e-mail, in HTML and plain text. */
@NullMarked
package org.larum.notifiers.email;

import org.jspecify.annotations.NullMarked;
