package org.larum.domain.incident;

import org.larum.domain.alert.AlertId;
import org.larum.domain.shared.Place;
import org.larum.domain.shared.Severity;

/** What the incident must know of an alert that joins it. */
public record Joining(AlertId alert, Place place, Severity severity, String summary) {}
