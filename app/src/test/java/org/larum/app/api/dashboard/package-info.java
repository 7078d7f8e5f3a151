@NullMarked
package org.larum.app.api.dashboard;

import org.jspecify.annotations.NullMarked;
