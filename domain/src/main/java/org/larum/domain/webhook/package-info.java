/**
 * Whether a webhook is still told: one that has failed for a day without a single success is told nothing until somebody enables it or
 * its configuration changes. Hears nothing; speaks {@link org.larum.domain.webhook.WebhookEvent}.
 */
@NullMarked
package org.larum.domain.webhook;

import org.jspecify.annotations.NullMarked;
