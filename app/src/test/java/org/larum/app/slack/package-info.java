/** Where answers to Slack may go, and how rooms are called. */
@NullMarked
package org.larum.app.slack;

import org.jspecify.annotations.NullMarked;
