/** How things stand, in numbers: figures of a period, the rules that cost sleep, and the goals that Larum is measured by. */
@NullMarked
package org.larum.app.api.measure;

import org.jspecify.annotations.NullMarked;
