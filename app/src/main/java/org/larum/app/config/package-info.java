/** Settings, time and ids: the only place that reads the machine. */
@NullMarked
package org.larum.app.config;

import org.jspecify.annotations.NullMarked;
