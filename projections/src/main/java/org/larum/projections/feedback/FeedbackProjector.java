package org.larum.projections.feedback;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.larum.domain.directory.PersonId;
import org.larum.domain.feedback.FeedbackEvent;
import org.larum.domain.feedback.FeedbackEvent.IncidentRated;
import org.larum.domain.feedback.FeedbackEvent.PageRated;
import org.larum.domain.feedback.FeedbackEvent.QuarterAnswered;
import org.larum.domain.feedback.FeedbackEvent.QuarterAsked;
import org.larum.domain.feedback.FeedbackEvent.SurveyAnswered;
import org.larum.domain.feedback.FeedbackEvent.TicketTaken;
import org.larum.domain.feedback.RatingId;
import org.larum.domain.notification.NotificationEvent.NotificationRequested;
import org.larum.domain.notification.NotificationEvent.NotificationSent;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Event;
import org.larum.projections.shared.Logged;
import org.larum.projections.shared.Projector;

/** Keeps what could be rated, and what was. */
public final class FeedbackProjector implements Projector {

    /** What is told by these is told to no person. */
    private static final Set<ChannelKind> MACHINES = EnumSet.of(ChannelKind.WEBHOOK, ChannelKind.SOURCE);

    private final FeedbackTable table;
    private final FeedbackSurveyTable surveys;
    private final FeedbackQuarterTable quarters;

    public FeedbackProjector(FeedbackTable table, FeedbackSurveyTable surveys, FeedbackQuarterTable quarters) {
        this.table = table;
        this.surveys = surveys;
        this.quarters = quarters;
    }

    @Override
    public String room() {
        return "feedback";
    }

    @Override
    public List<String> tables() {
        return List.of(
                "feedback_messages",
                "feedback_pages",
                "feedback_ratings",
                "feedback_answers",
                "feedback_quarters",
                "feedback_quarter_answers");
    }

    @Override
    public List<Class<? extends Event>> hears() {
        return List.of(FeedbackEvent.class, NotificationRequested.class, NotificationSent.class);
    }

    @Override
    public void on(List<Logged> page) {
        for (var logged : page) {
            write(logged.event(), logged.index());
        }
    }

    private void write(Event event, long index) {
        switch (event) {
            case NotificationRequested e when isCall(e) -> call(e, index);
            case NotificationSent e -> table.told(e);
            case PageRated e -> table.rate(e, index);
            case IncidentRated e -> table.rate(e, index);
            case TicketTaken e -> table.take(e, index);
            case SurveyAnswered e -> surveys.write(e, index);
            case QuarterAsked e -> quarters.write(e);
            case QuarterAnswered e -> quarters.write(e, index);
            default -> {}
        }
    }

    private static boolean isCall(NotificationRequested e) {
        return e.kind() == NotificationKind.PAGE
                && !MACHINES.contains(e.recipient().channel());
    }

    private void call(NotificationRequested e, long index) {
        var run = e.run();
        var incident = e.incident();
        if (run != null && incident != null) {
            var page = RatingId.ofPage(run, new PersonId(e.recipient().id()));
            table.call(page, incident, e, index);
        }
    }
}
