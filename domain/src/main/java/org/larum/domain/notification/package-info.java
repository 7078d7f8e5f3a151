/**
 * The intent to tell one recipient one thing, once, and what became of each attempt.
 * Hears reached steps; speaks {@link org.larum.domain.notification.NotificationEvent}. Never calls a provider.
 */
@NullMarked
package org.larum.domain.notification;

import org.jspecify.annotations.NullMarked;
