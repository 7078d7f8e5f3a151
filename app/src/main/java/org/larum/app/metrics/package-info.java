/**
 * What the server tells of itself in numbers. Others say what happened in words of ours; nobody else knows the library that
 * counts. Decides nothing, and reads the database only on a schedule of its own.
 */
@NullMarked
package org.larum.app.metrics;

import org.jspecify.annotations.NullMarked;
