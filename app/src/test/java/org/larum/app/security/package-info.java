/** Who is let in, tried from outside. */
@NullMarked
package org.larum.app.security;

import org.jspecify.annotations.NullMarked;
