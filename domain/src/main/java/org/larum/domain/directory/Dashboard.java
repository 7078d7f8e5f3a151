package org.larum.domain.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.DirectoryEvent.DashboardDefined;
import org.larum.domain.directory.ReportPlan.Filters;

/**
 * A board of figures that somebody put together. {@code days}: how far it looks back; {@code filters}: what all of it is about, where
 * a panel says nothing else; {@code owner}: who made it in the application, null when a file describes it.
 */
public record Dashboard(
        DashboardId id,
        String word,
        String name,
        List<Panel> panels,
        int days,
        Filters filters,
        @Nullable PersonId owner)
        implements Definition {

    /** Periods that figures can be looked at over; each list behind a figure knows them. */
    public static final List<Integer> PERIODS = List.of(7, 30, 90, 365);

    public static final int USUAL_DAYS = 30;

    /** More fit on no wall. */
    public static final int MOST_PANELS = 24;

    /** One figure, picture or list. {@code filters}: what it is about alone, before what its board says. */
    public record Panel(Show show, Filters filters) {}

    /** What a panel shows. Append only: it stands in events. */
    public enum Show {
        INCIDENTS,
        MTTA,
        MTTR,
        WOKEN_AT_NIGHT,
        ACTED_ON,
        NOISE,
        PROMISES,
        HANDLESS,
        AVAILABILITY,
        SERVICES_OUT,
        REVENUE_LOST,
        PAGING_COST,
        SATISFACTION,
        TIMES,
        WAKES,
        OPEN_BY_SEVERITY,
        PAGE_HOURS,
        SERVICE_HOURS,
        PEOPLE,
        RULES,
        ERROR_RATES,
        SERVICES,
        TEAMS,
        CHANGES,
        DEBT,
        OUTAGE_COSTS,
        GOALS;

        /** As people write it, such as {@code woken-at-night}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Show> of(String word) {
            return Arrays.stream(values())
                    .filter(show -> show.word().equals(word))
                    .findFirst();
        }

        /** Whether it names people: what only those see who sign in. */
        public boolean isOfPeople() {
            return this == PEOPLE;
        }
    }

    @Override
    public DirectoryEvent defined(int version, String origin) {
        return new DashboardDefined(this, version, origin);
    }
}
