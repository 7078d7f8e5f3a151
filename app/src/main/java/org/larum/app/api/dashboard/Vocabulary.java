package org.larum.app.api.dashboard;

import java.util.Arrays;
import java.util.List;
import org.larum.domain.directory.Dashboard.Show;

/** The panels that there are, as people read them. */
final class Vocabulary {

    /** {@code group}: the board of Insights that shows it too. */
    public record PanelWord(String show, String title, String group, String about) {}

    private Vocabulary() {}

    static List<PanelWord> all() {
        return Arrays.stream(Show.values()).map(Vocabulary::of).toList();
    }

    static PanelWord of(Show show) {
        return switch (show) {
            case INCIDENTS -> executive(show, "Incidents", "How many were opened.");
            case MTTA -> executive(show, "Time to answer", "The median until somebody answered.");
            case MTTR -> executive(show, "Time to repair", "The median until it was over.");
            case WOKEN_AT_NIGHT ->
                executive(show, "Woken at night", "How often people were woken, and the sleep lost.");
            case ACTED_ON -> executive(show, "Acted on", "Of those told, how many somebody did something about.");
            case NOISE -> executive(show, "Noise taken away", "Alerts that told nobody anything of their own.");
            case PROMISES -> executive(show, "Promises kept", "Answers and repairs that were in time.");
            case HANDLESS -> executive(show, "Ended without a hand", "Over, and nobody touched it.");
            case AVAILABILITY -> executive(show, "Availability", "The time in which services were not out.");
            case SERVICES_OUT -> executive(show, "Services out", "For how long services were out, all together.");
            case REVENUE_LOST -> executive(show, "Revenue lost", "Minutes out, times what each is worth.");
            case PAGING_COST -> executive(show, "Cost of paging", "Pages, times what one costs the house.");
            case SATISFACTION -> executive(show, "Satisfaction", "The mean of the stars given to incidents.");
            case TIMES -> executive(show, "Times over time", "Answer and repair, by day, week or month.");
            case WAKES -> executive(show, "People woken", "By day, week or month; at night apart.");
            case OUTAGE_COSTS -> executive(show, "What outages cost", "Services that were out, the costliest first.");
            case OPEN_BY_SEVERITY -> operational(show, "By severity", "Incidents, those open, and late ones.");
            case PAGE_HOURS -> operational(show, "When people are woken", "By weekday and hour of their own day.");
            case SERVICE_HOURS -> operational(show, "When services break", "By service and hour.");
            case PEOPLE -> operational(show, "Load of each person", "Pages, wakes and sleep lost, by person.");
            case RULES -> operational(show, "Rules of senders", "What each came to, the costliest in sleep first.");
            case ERROR_RATES -> operational(show, "Error rates", "Bad of all that senders counted, by service.");
            case SERVICES -> technical(show, "Services", "Those first that were broken for the longest.");
            case TEAMS -> technical(show, "Teams", "Those first whose services were broken for the longest.");
            case CHANGES -> technical(show, "Changes and incidents", "Which incidents followed a change.");
            case DEBT -> technical(show, "Debt", "What ought to be better, by priority and age.");
            case GOALS -> new PanelWord(show.word(), "Goals", "goals", "What Larum was built to reach.");
        };
    }

    private static PanelWord executive(Show show, String title, String about) {
        return new PanelWord(show.word(), title, "executive", about);
    }

    private static PanelWord operational(Show show, String title, String about) {
        return new PanelWord(show.word(), title, "operational", about);
    }

    private static PanelWord technical(Show show, String title, String about) {
        return new PanelWord(show.word(), title, "technical", about);
    }
}
