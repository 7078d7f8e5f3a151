/** The PostgreSQL behind it all: embedded and durable, or one of the operator's own. */
@NullMarked
package org.larum.app.database;

import org.jspecify.annotations.NullMarked;
