/** Examples of the whole language. */
@NullMarked
package org.larum.domain;

import org.jspecify.annotations.NullMarked;
