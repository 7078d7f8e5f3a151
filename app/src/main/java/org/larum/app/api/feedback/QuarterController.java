package org.larum.app.api.feedback;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Door;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.eventstore.EventLog;
import org.larum.app.processing.Freshness;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.directory.PersonId;
import org.larum.domain.feedback.FeedbackCommand.AnswerQuarter;
import org.larum.domain.feedback.Quarter;
import org.larum.domain.feedback.QuarterQuestion;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.projections.feedback.FeedbackAnswers;
import org.larum.projections.feedback.FeedbackQuery.OfQuarter;
import org.larum.projections.feedback.QuarterView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the reader is asked once a quarter. */
@RestController
@Permit(Permission.RESPOND)
public class QuarterController {

    /** As long as until the next one comes. */
    private static final Duration OPEN = Duration.ofDays(90);

    private final Door door;
    private final Commands commands;
    private final Idempotency idempotency;
    private final EventLog log;
    private final Freshness freshness;
    private final FeedbackAnswers answers;
    private final Time time;

    public QuarterController(
            Door door,
            Commands commands,
            Idempotency idempotency,
            EventLog log,
            Freshness freshness,
            FeedbackAnswers answers,
            Time time) {
        this.door = door;
        this.commands = commands;
        this.idempotency = idempotency;
        this.log = log;
        this.freshness = freshness;
        this.answers = answers;
        this.time = time;
    }

    /** {@code survey}: null when nothing is asked of the reader. */
    public record SurveyView(@Nullable QuarterView survey) {}

    /** {@code quarter} and {@code question}: of {@code GET /api/survey}; {@code answer}: from 1 to 5. */
    public record QuarterAnswer(
            @Nullable String quarter,
            @Nullable String question,
            @Nullable Integer answer) {}

    @GetMapping("/api/survey")
    public Mono<SurveyView> survey(@RequestParam(required = false) @Nullable Long atLeast) {
        return Callers.current()
                .flatMap(who -> door.go(() -> {
                    freshness.await("feedback", atLeast);
                    return view(who.person() == null ? null : who.person().value());
                }));
    }

    @PostMapping("/api/survey")
    public Mono<SurveyView> answerQuarter(@RequestBody QuarterAnswer body) {
        return Mono.deferContextual(context -> Callers.current().flatMap(who -> {
            var write = Write.of(who.actor(), context, Idempotency.bytes("survey", body.toString()));
            return door.go(() -> answer(body, FeedbackController.person(who), write));
        }));
    }

    private SurveyView answer(QuarterAnswer body, PersonId person, Write write) {
        var quarter = Quarter.read(body.quarter()).orElseThrow(QuarterController::unknown);
        var question = QuarterQuestion.of(body.question()).orElseThrow(QuarterController::unknown);
        int given = body.answer() == null ? 0 : body.answer();
        var command = new AnswerQuarter(quarter, person, question, given, time.now());
        commands.inOneUnit(() -> idempotency.once(write, Boolean.class, () -> {
            commands.within(Map.of(), command);
            return true;
        }));
        freshness.await("feedback", log.headOf(command.target().toString()));
        return view(person.value());
    }

    private SurveyView view(@Nullable UUID person) {
        return new SurveyView(
                person == null
                        ? null
                        : answers.answer(new OfQuarter(person, time.now().minus(OPEN)))
                                .orElse(null));
    }

    private static Refusal unknown() {
        return new Refusal(
                Refusal.Kind.INVALID,
                "bad_question",
                "That is not asked. Nothing was kept. What you are asked stands at /api/survey.");
    }
}
