@NullMarked
package org.larum.app.api.ical;

import org.jspecify.annotations.NullMarked;
