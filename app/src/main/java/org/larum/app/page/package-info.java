/** The page to answer on: plain HTML made here, no script, no sign-in. */
@NullMarked
package org.larum.app.page;

import org.jspecify.annotations.NullMarked;
