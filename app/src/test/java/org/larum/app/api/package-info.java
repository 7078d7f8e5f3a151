/** What the API promises about itself. */
@NullMarked
package org.larum.app.api;

import org.jspecify.annotations.NullMarked;
