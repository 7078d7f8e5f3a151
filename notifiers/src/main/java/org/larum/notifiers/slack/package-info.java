/** Slack: how it is called, what its answers mean, what is written there, and what is believed of what comes from there. */
@NullMarked
package org.larum.notifiers.slack;

import org.jspecify.annotations.NullMarked;
