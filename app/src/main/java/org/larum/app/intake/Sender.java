package org.larum.app.intake;

import org.larum.domain.directory.IntegrationId;
import org.larum.domain.directory.ServiceId;

/** An integration whose key was presented. {@code type}: "native", "alertmanager" or "pagerduty". */
public record Sender(IntegrationId integration, String word, String type, ServiceId service) {}
