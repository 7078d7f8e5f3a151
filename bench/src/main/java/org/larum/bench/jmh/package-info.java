/** What is measured inside a JVM, method by method. */
@NullMarked
package org.larum.bench.jmh;

import org.jspecify.annotations.NullMarked;
