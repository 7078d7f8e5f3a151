/** Timers of escalation runs and of incidents that are held or snoozed, and of clocks: rows that commit with their events and fire on any node, once. */
@NullMarked
package org.larum.app.escalation;

import org.jspecify.annotations.NullMarked;
