package org.larum.app.api.dashboard;

import java.time.Instant;
import java.util.List;

/** A board as those see it who have its secret address and nothing else. */
public record SharedBoardView(String name, Instant from, Instant until, int days, List<PanelView> panels) {}
