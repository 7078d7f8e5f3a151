package org.larum.app.api.schedule;

import java.util.List;
import org.larum.projections.shared.Named;

/** Somebody whom policies may ask and whom no way reaches. {@code paths}: the steps that would ask them. */
public record ReadinessView(String word, Named person, String because, List<String> paths) {}
