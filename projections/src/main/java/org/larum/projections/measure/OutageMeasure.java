package org.larum.projections.measure;

import org.larum.projections.shared.Named;

/** {@code seconds}: of the period, in which at least one of the incidents went on. */
public record OutageMeasure(Named service, long incidents, double seconds) {}
