/**
 * Words that every room speaks: ids, severity, actor, refusal, time. Decides nothing.
 */
@NullMarked
package org.larum.domain.shared;

import org.jspecify.annotations.NullMarked;
