/** The same bodies to Larum, to a real Alertmanager, and the same rows to a bare PostgreSQL. */
@NullMarked
package org.larum.bench.storm;

import org.jspecify.annotations.NullMarked;
