/** What people publish on the status page, over HTTP. */
@NullMarked
package org.larum.app.api.status;

import org.jspecify.annotations.NullMarked;
