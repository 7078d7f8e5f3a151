/** What went wrong, told once: a stable code, what happened, what is safe, what to do. */
@NullMarked
package org.larum.app.problem;

import org.jspecify.annotations.NullMarked;
