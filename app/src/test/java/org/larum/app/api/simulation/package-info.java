@NullMarked
package org.larum.app.api.simulation;

import org.jspecify.annotations.NullMarked;
