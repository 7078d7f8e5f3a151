/** A real Alertmanager as a child process. */
@NullMarked
package org.larum.bench.alertmanager;

import org.jspecify.annotations.NullMarked;
