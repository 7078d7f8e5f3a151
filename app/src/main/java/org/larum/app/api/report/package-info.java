/** Reports over HTTP. */
@NullMarked
package org.larum.app.api.report;

import org.jspecify.annotations.NullMarked;
