/** Reports that were made, how far they are, and whom they reached. */
@NullMarked
package org.larum.projections.report;

import org.jspecify.annotations.NullMarked;
