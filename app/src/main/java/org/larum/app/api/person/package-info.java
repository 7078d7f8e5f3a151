/** People and their API tokens over HTTP. */
@NullMarked
package org.larum.app.api.person;

import org.jspecify.annotations.NullMarked;
