/** What incidents, pages and alerts come to in numbers: how long, how often, whom they woke, and what for. */
@NullMarked
package org.larum.projections.measure;

import org.jspecify.annotations.NullMarked;
