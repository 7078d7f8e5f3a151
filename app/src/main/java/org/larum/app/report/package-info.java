/**
 * Reports: what stands in them, the clock that asks for them, their mail and their archive. Each step of a report is committed before
 * the next begins, so that a node that is killed is followed by another one, and nobody is mailed twice.
 */
@NullMarked
package org.larum.app.report;

import org.jspecify.annotations.NullMarked;
