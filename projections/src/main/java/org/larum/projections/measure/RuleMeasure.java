package org.larum.projections.measure;

import org.larum.projections.shared.Named;

/**
 * What one rule of a sender came to. {@code idle}: incidents of which somebody was told, that are over, and in which nobody did more
 * than acknowledge; {@code judged}: those that are over. {@code deletable}: at least three were judged, and more than 90 % were idle.
 */
public record RuleMeasure(
        Named sender,
        String rule,
        long alerts,
        long held,
        long incidents,
        long told,
        long judged,
        long idle,
        long wakes,
        long nights,
        double sleepSeconds,
        boolean deletable) {}
