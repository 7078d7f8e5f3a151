/** The promises of the README, one story each: a whole server on PostgreSQL, a mail server, and a clock wound by hand. */
@NullMarked
package org.larum.app.story;

import org.jspecify.annotations.NullMarked;
