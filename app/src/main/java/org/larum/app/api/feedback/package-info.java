/** What people say afterwards of pages and incidents, over HTTP. */
@NullMarked
package org.larum.app.api.feedback;

import org.jspecify.annotations.NullMarked;
