package org.larum.app.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.larum.app.intake.Detection;
import org.larum.app.intake.Sender;

/** Who detects what. {@code horizon}: how far it is thought through at most. */
public record Scenario(
        Sender sender, Function<Instant, Detection> detection, Assumptions assumptions, Duration horizon) {}
