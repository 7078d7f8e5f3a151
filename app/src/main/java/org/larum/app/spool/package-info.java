/**
 * What came while the database was away: an fsynced log of files beside it, drained in order when it is back. Promises nothing
 * about what becomes of a request; it only keeps it, and gives it back at least once.
 */
@NullMarked
package org.larum.app.spool;

import org.jspecify.annotations.NullMarked;
