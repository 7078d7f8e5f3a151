/**
 * What is said to the outside about how the services are: notices that people publish, and the components that they show.
 * Hears nothing, so that nothing is ever published by itself; speaks {@link org.larum.domain.status.StatusEvent}.
 */
@NullMarked
package org.larum.domain.status;

import org.jspecify.annotations.NullMarked;
