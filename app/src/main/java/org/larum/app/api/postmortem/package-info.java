/** Reviews of incidents, what is to be done after them, and what was learned. */
@NullMarked
package org.larum.app.api.postmortem;

import org.jspecify.annotations.NullMarked;
