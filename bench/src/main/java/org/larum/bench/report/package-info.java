/** What a run has found: tables on the screen, and the same as JSON. */
@NullMarked
package org.larum.bench.report;

import org.jspecify.annotations.NullMarked;
