/**
 * Tells those who send alerts who is at work on them: Alertmanager by silences.
 */
@NullMarked
package org.larum.notifiers.source;

import org.jspecify.annotations.NullMarked;
