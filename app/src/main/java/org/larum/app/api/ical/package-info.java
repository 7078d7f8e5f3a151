/** On call in the calendars of people: addresses with a secret, and what is behind them as iCalendar. */
@NullMarked
package org.larum.app.api.ical;

import org.jspecify.annotations.NullMarked;
