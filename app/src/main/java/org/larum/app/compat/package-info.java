/**
 * Doors that imitate the APIs of others, so that what already speaks to them can speak to Larum by a change of address.
 */
@NullMarked
package org.larum.app.compat;

import org.jspecify.annotations.NullMarked;
