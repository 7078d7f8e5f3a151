/** Alerts over HTTP. */
@NullMarked
package org.larum.app.api.alert;

import org.jspecify.annotations.NullMarked;
