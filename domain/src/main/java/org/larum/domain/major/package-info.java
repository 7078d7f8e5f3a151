/**
 * The major incident: declared by hand or by the rule of the house, with roles, a war room, tasks, and updates for stakeholders on a
 * clock, until it is stood down or its incident ends.
 * Hears opened, worsened, merged and resolved incidents and correlated alerts; speaks {@link org.larum.domain.major.MajorEvent}.
 * Never publishes anything outside.
 */
@NullMarked
package org.larum.domain.major;

import org.jspecify.annotations.NullMarked;
