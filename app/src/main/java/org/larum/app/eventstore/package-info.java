/** The log: appended in commit order, read by everybody, under logical names that outlive classes. */
@NullMarked
package org.larum.app.eventstore;

import org.jspecify.annotations.NullMarked;
