@NullMarked
package org.larum.app.suppression;

import org.jspecify.annotations.NullMarked;
