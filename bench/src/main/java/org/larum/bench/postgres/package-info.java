/** A PostgreSQL of its own, and how many rows of the log it takes. */
@NullMarked
package org.larum.bench.postgres;

import org.jspecify.annotations.NullMarked;
