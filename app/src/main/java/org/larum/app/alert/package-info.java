/** Which alert is open for a key, and the end of alerts whose sender fell silent. */
@NullMarked
package org.larum.app.alert;

import org.jspecify.annotations.NullMarked;
