/**
 * One report of one period: asked for by the clock or a person, its files made, each recipient told once. What stands in it is not
 * decided here. Hears nothing; speaks {@link org.larum.domain.report.ReportEvent}.
 */
@NullMarked
package org.larum.domain.report;

import org.jspecify.annotations.NullMarked;
