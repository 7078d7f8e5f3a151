/**
 * One fault as one sender sees it: raised, repeated, acknowledged, resolved or expired.
 * Hears detections through commands; speaks {@link org.larum.domain.alert.AlertEvent}.
 * Never decides who is told, and never knows a foreign format.
 */
@NullMarked
package org.larum.domain.alert;

import org.jspecify.annotations.NullMarked;
