/** Signing in and out, and the links that let somebody in for the first time. */
@NullMarked
package org.larum.app.api.session;

import org.jspecify.annotations.NullMarked;
