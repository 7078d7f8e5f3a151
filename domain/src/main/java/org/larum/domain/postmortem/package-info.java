/**
 * The review of an incident: drafted from its timeline when it was bad, written by people in versions, published with what was
 * learned, and its actions until they are done.
 * Hears resolved incidents and late clocks; speaks {@link org.larum.domain.postmortem.PostmortemEvent}.
 * Never overwrites what people wrote.
 */
@NullMarked
package org.larum.domain.postmortem;

import org.jspecify.annotations.NullMarked;
