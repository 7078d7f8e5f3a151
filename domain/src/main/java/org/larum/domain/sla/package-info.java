/**
 * What was promised of an incident: two clocks, one until it is answered and one until it is resolved, in the hours that count; told
 * before they run out, and once when they have.
 */
@NullMarked
package org.larum.domain.sla;

import org.jspecify.annotations.NullMarked;
