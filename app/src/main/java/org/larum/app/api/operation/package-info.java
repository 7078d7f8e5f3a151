/** What the operator does to a running server from its own machine. */
@NullMarked
package org.larum.app.api.operation;

import org.jspecify.annotations.NullMarked;
