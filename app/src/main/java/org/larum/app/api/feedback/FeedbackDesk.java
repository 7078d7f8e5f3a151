package org.larum.app.api.feedback;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.eventstore.EventLog;
import org.larum.app.processing.Freshness;
import org.larum.domain.directory.PersonId;
import org.larum.domain.feedback.FeedbackCommand;
import org.larum.domain.feedback.FeedbackCommand.AnswerSurvey;
import org.larum.domain.feedback.FeedbackCommand.RateIncident;
import org.larum.domain.feedback.FeedbackCommand.RatePage;
import org.larum.domain.feedback.SurveyQuestion;
import org.larum.domain.feedback.Verdict;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.notification.NotificationEvent.NotificationRequested;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.projections.feedback.FeedbackAnswers;
import org.larum.projections.feedback.FeedbackQuery.OfIncident;
import org.larum.projections.feedback.IncidentFeedbackView;

/** Takes what people say afterwards, from whatever door. Blocking. */
public final class FeedbackDesk {

    private final Commands commands;
    private final Idempotency idempotency;
    private final EventLog log;
    private final Freshness freshness;
    private final FeedbackAnswers answers;
    private final Time time;

    FeedbackDesk(
            Commands commands,
            Idempotency idempotency,
            EventLog log,
            Freshness freshness,
            FeedbackAnswers answers,
            Time time) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.log = log;
        this.freshness = freshness;
        this.answers = answers;
        this.time = time;
    }

    /** Of a message that asked this very person for an answer; nobody else can say whether it was worth it. */
    public IncidentFeedbackView ratePage(
            UUID message, PersonId person, Verdict verdict, @Nullable String via, Write write) {
        var called = called(message, person);
        return rate(
                called.incident(),
                person,
                write,
                at -> new RatePage(
                        called.page().notification(), called.run(), called.incident(), person, verdict, via, at));
    }

    /** @param incident one that is known to be there */
    public IncidentFeedbackView rateIncident(
            UUID incident, PersonId person, int stars, @Nullable String comment, @Nullable String via, Write write) {
        var id = new IncidentId(incident);
        var clean = comment == null ? null : comment.replace("\0", "");
        return rate(id, person, write, at -> new RateIncident(id, person, stars, clean, via, at));
    }

    /** @param incident one that is known to be there */
    public IncidentFeedbackView answer(
            UUID incident, PersonId person, SurveyQuestion question, int answer, Write write) {
        var id = new IncidentId(incident);
        return rate(id, person, write, at -> new AnswerSurvey(id, person, question, answer, at));
    }

    private IncidentFeedbackView rate(
            IncidentId incident, PersonId person, Write write, Function<Instant, FeedbackCommand> wish) {
        var command = wish.apply(time.now());
        commands.inOneUnit(() -> idempotency.once(write, Boolean.class, () -> {
            commands.within(Map.of(), command);
            return true;
        }));
        freshness.await("feedback", log.headOf(command.target().toString()));
        return of(incident.value(), person);
    }

    public IncidentFeedbackView of(UUID incident, @Nullable PersonId person) {
        return answers.answer(new OfIncident(incident, person == null ? null : person.value()));
    }

    private record Called(NotificationRequested page, UUID run, IncidentId incident) {}

    /** As the log has it; what is no page of theirs is told apart from what is not there by nobody. */
    private Called called(UUID message, PersonId person) {
        var first = log.readEvents(message.toString(), 0)
                .asStream()
                .limit(1)
                .map(event -> (Object) event.getPayload())
                .findFirst();
        if (first.isPresent()
                && first.get() instanceof NotificationRequested e
                && e.kind() == NotificationKind.PAGE
                && e.recipient().id().equals(person.value())
                && e.run() != null
                && e.incident() != null) {
            return new Called(e, e.run(), e.incident());
        }
        throw new Refusal(
                Refusal.Kind.NOT_FOUND,
                "no_such_page",
                "No message with this id has asked you for an answer. Nothing was kept. Rate a page that you were told of; your"
                        + " last one of an incident is at /api/incidents/{id}/feedback.");
    }
}
