/**
 * Larum in Slack: the message of each incident, kept as it stands, its thread and its war room; and what people do there, by buttons, in
 * threads and by commands. Nothing is believed that Slack has not signed, lately and for the first time.
 */
@NullMarked
package org.larum.app.slack;

import org.jspecify.annotations.NullMarked;
