/** The built jar as its users run it: a process of its own, real senders, a real browser. */
@NullMarked
package org.larum.app.built;

import org.jspecify.annotations.NullMarked;
