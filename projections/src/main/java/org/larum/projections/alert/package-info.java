/** The list of alerts. Written from alert events alone; counts are joined from beside the log. */
@NullMarked
package org.larum.projections.alert;

import org.jspecify.annotations.NullMarked;
