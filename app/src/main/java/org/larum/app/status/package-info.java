/**
 * The status page for those outside: HTML, JSON and Atom from a snapshot in memory, so that it is served while the database is
 * away or busy. Knows only what {@link org.larum.projections.status.StatusPageView} holds, in which nothing of ours stands.
 */
@NullMarked
package org.larum.app.status;

import org.jspecify.annotations.NullMarked;
