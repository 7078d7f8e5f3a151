/** The projections are built anew while alerts come in. */
@NullMarked
package org.larum.bench.rebuild;

import org.jspecify.annotations.NullMarked;
