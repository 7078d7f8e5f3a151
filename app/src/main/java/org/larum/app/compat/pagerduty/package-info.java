/**
 * PagerDuty's Events API v2 as its clients know it: alert events become detections, change events go to their own port.
 * Answers have PagerDuty's shape, since clients read {@code dedup_key} and {@code errors}.
 */
@NullMarked
package org.larum.app.compat.pagerduty;

import org.jspecify.annotations.NullMarked;
