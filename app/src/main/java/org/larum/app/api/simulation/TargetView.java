package org.larum.app.api.simulation;

import java.util.List;
import org.larum.projections.shared.Named;

/** Somebody or something that a step may tell. {@code target}: as a step names it; {@code people}: whom it means now. */
public record TargetView(String target, String kind, String word, String name, List<Named> people) {}
