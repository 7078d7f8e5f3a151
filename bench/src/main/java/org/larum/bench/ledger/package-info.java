/** What was sent and what was answered, kept so that it can be compared with what is stored. */
@NullMarked
package org.larum.bench.ledger;

import org.jspecify.annotations.NullMarked;
