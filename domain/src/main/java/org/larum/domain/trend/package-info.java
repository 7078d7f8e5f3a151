/**
 * What a course of figures says: whether it goes up or down, what of it comes back with the hour or the day of the week, where it
 * changed. Too little says that it is too little, and what is missing; never a number. Hears nothing and decides nothing.
 */
@NullMarked
package org.larum.domain.trend;

import org.jspecify.annotations.NullMarked;
