@NullMarked
package org.larum.app.simulation;

import org.jspecify.annotations.NullMarked;
