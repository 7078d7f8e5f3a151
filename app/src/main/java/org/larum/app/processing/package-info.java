/** Who reads the log: reactions, sagas, projections, and how each is started and rebuilt. */
@NullMarked
package org.larum.app.processing;

import org.jspecify.annotations.NullMarked;
