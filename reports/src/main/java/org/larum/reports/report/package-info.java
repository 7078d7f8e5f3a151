/**
 * A report as one model, and what it is written as: a page and mail, PDF, a workbook, slides, a table of a spreadsheet. It knows no
 * event and no list; who makes a report gives it words and numbers.
 */
@NullMarked
package org.larum.reports.report;

import org.jspecify.annotations.NullMarked;
