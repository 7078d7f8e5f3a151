package org.larum.app.api.dashboard;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.domain.directory.Dashboard;
import org.larum.domain.directory.Dashboard.Panel;
import org.larum.domain.directory.Dashboard.Show;
import org.larum.domain.directory.ReportPlan.Filters;
import org.larum.domain.shared.Refusal;
import org.larum.projections.measure.MeasureQuery.Narrowed;
import org.larum.projections.shared.Names;

/** Over what somebody wishes to look, as it stands in an address. What it does not say is as the board says. */
record LookWish(
        @Nullable Integer days,
        @Nullable String zone,
        @Nullable String team,
        @Nullable String service,
        @Nullable String severity) {

    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final Filters NOTHING = new Filters(List.of(), List.of(), List.of());

    Sight sight(int usual, Filters filters, boolean isOpen, Instant now, Names names) {
        var own = new Narrowed(Asking.services(service), Asking.teams(team), Asking.severities(severity));
        return new Sight(read(usual), zoneId(), own.or(Panels.narrowed(filters)), now, isOpen, names);
    }

    Sight sight(Instant now, Names names) {
        return sight(Dashboard.USUAL_DAYS, NOTHING, true, now, names);
    }

    private int read(int usual) {
        if (days == null) {
            return usual;
        }
        if (!Dashboard.PERIODS.contains(days)) {
            throw invalid("bad_days", "\"days\" is " + days + "; write 7, 30, 90 or 365.");
        }
        return days;
    }

    private ZoneId zoneId() {
        if (zone == null || zone.isBlank()) {
            return ZoneOffset.UTC;
        }
        if (!ZONES.contains(zone.strip())) {
            throw invalid("bad_zone", "There is no time zone \"" + zone + "\"; write one like Europe/Berlin.");
        }
        return ZoneId.of(zone.strip());
    }

    /** Panels by their words, each about everything. */
    static List<Panel> panels(@Nullable String show) {
        var words = show == null
                ? List.<String>of()
                : Arrays.stream(show.split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList();
        if (words.isEmpty() || words.size() > Dashboard.MOST_PANELS) {
            throw invalid(
                    "bad_show",
                    "\"show\" names 1 to " + Dashboard.MOST_PANELS + " panels with commas between them, such as"
                            + " mtta,open-by-severity.");
        }
        return words.stream().map(LookWish::panel).toList();
    }

    private static Panel panel(String word) {
        return Show.of(word)
                .map(show -> new Panel(show, NOTHING))
                .orElseThrow(() -> invalid(
                        "bad_show",
                        "There is no panel \"" + word + "\"; write one of "
                                + Arrays.stream(Show.values()).map(Show::word).collect(Collectors.joining(", "))
                                + "."));
    }

    private static Refusal invalid(String code, String sentence) {
        return new Refusal(Refusal.Kind.INVALID, code, sentence);
    }
}
