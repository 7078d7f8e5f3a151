/**
 * What stands around an incident: impact, related services, changes, incidents like it, runbook. Each part on its own and within half
 * a second; nothing of it is on the way of a page.
 */
@NullMarked
package org.larum.app.api.context;

import org.jspecify.annotations.NullMarked;
