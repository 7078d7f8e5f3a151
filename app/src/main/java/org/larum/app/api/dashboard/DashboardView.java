package org.larum.app.api.dashboard;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.Named;

/**
 * A board of figures, without them. {@code owner}: who made it in the application; {@code file}: the one that describes it, null when
 * none does; {@code editable}: whether who asks may change it, {@code shareable}: whether they may give it to those who do not sign in.
 */
public record DashboardView(
        String word,
        String name,
        String range,
        List<BoardPanel> panels,
        List<Named> teams,
        List<Named> services,
        List<String> severities,
        @Nullable Named owner,
        @Nullable String file,
        boolean editable,
        boolean shareable,
        Instant changedAt) {

    public record BoardPanel(String show, List<Named> teams, List<Named> services, List<String> severities) {}
}
