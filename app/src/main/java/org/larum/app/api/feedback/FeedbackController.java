package org.larum.app.api.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.incident.IncidentDesk;
import org.larum.app.bus.Door;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.processing.Freshness;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.app.security.Who;
import org.larum.domain.directory.PersonId;
import org.larum.domain.feedback.Category;
import org.larum.domain.feedback.SurveyQuestion;
import org.larum.domain.feedback.Verdict;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.projections.feedback.FeedbackAnswers;
import org.larum.projections.feedback.FeedbackFiguresView;
import org.larum.projections.feedback.FeedbackQuery.Figures;
import org.larum.projections.feedback.FeedbackQuery.Said;
import org.larum.projections.feedback.FeedbackQuery.Within;
import org.larum.projections.feedback.FeedbackView;
import org.larum.projections.feedback.IncidentFeedbackView;
import org.larum.projections.shared.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What people say afterwards: of a page, of an incident; all of it, and its figures. */
@RestController
@Permit(Permission.RESPOND)
public class FeedbackController {

    private static final String ROOM = "feedback";
    private static final Duration USUAL = Duration.ofDays(91);
    private static final Set<String> KINDS = Set.of("page", "incident", "ticket");
    private static final Set<String> VERDICTS = words(Verdict.values());
    private static final Set<String> CATEGORIES = words(Category.values());

    private final Door door;
    private final FeedbackDesk desk;
    private final IncidentDesk incidents;
    private final FeedbackAnswers answers;
    private final Freshness freshness;
    private final Time time;

    public FeedbackController(
            Door door,
            FeedbackDesk desk,
            IncidentDesk incidents,
            FeedbackAnswers answers,
            Freshness freshness,
            Time time) {
        this.door = door;
        this.desk = desk;
        this.incidents = incidents;
        this.answers = answers;
        this.freshness = freshness;
        this.time = time;
    }

    private static Set<String> words(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** {@code stars}: 1 to 5. {@code comment}: at most 2,000 characters; left out it stays as it was, empty it is taken back. */
    public record IncidentVerdict(
            @Nullable Integer stars, @Nullable String comment) {}

    /** {@code verdict}: useful, noise or wrong_person. */
    public record PageVerdict(@Nullable String verdict) {}

    @PostMapping("/api/incidents/{id}/rating")
    public Mono<IncidentFeedbackView> rateIncident(@PathVariable String id, @RequestBody IncidentVerdict body) {
        return write(id, "rating/" + body, (who, write) -> {
            var incident = incidents.one(id, who.scope(), null).id();
            int stars = body.stars() == null ? 0 : body.stars();
            return desk.rateIncident(incident, person(who), stars, body.comment(), who.via(), write);
        });
    }

    /** {@code question}: one of those of {@code GET /api/incidents/{id}/feedback}; {@code answer}: from 1 to 5. */
    public record SurveyAnswer(
            @Nullable String question, @Nullable Integer answer) {}

    @PostMapping("/api/incidents/{id}/survey")
    public Mono<IncidentFeedbackView> answerSurvey(@PathVariable String id, @RequestBody SurveyAnswer body) {
        return write(id, "survey/" + body, (who, write) -> {
            var incident = incidents.one(id, who.scope(), null).id();
            int answer = body.answer() == null ? 0 : body.answer();
            return desk.answer(incident, person(who), question(body.question()), answer, write);
        });
    }

    private static SurveyQuestion question(@Nullable String word) {
        return SurveyQuestion.of(word)
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.INVALID,
                        "bad_question",
                        "That is not asked. Nothing was kept. The questions stand at /api/incidents/{id}/feedback."));
    }

    /** {@code id}: of a message of the outbox that asked the caller for an answer. */
    @PostMapping("/api/outbox/{id}/rating")
    public Mono<IncidentFeedbackView> ratePage(@PathVariable String id, @RequestBody PageVerdict body) {
        return write(id, "rating/" + body, (who, write) -> {
            var message = Asking.uuid(id);
            return desk.ratePage(
                    message == null ? new UUID(0, 0) : message, person(who), verdict(body.verdict()), who.via(), write);
        });
    }

    private <T> Mono<T> write(String id, String what, BiFunction<Who, Write, T> work) {
        return Mono.deferContextual(context -> Callers.current().flatMap(who -> {
            var write = Write.of(who.actor(), context, Idempotency.bytes(id, what));
            return door.go(() -> work.apply(who, write));
        }));
    }

    static PersonId person(Who who) {
        var person = who.person();
        if (person == null) {
            throw new Refusal(
                    Refusal.Kind.FORBIDDEN,
                    "not_a_person",
                    "Only a person can rate. Nothing was kept. Use a person's token, or the web app.");
        }
        return person;
    }

    private static Verdict verdict(@Nullable String word) {
        return Verdict.of(word)
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.INVALID,
                        "bad_verdict",
                        "A page is useful, noise or wrong_person. Nothing was kept. Write one of them."));
    }

    /** What was said of one incident, and by whoever asks. */
    @GetMapping("/api/incidents/{id}/feedback")
    public Mono<IncidentFeedbackView> ofIncident(
            @PathVariable String id, @RequestParam(required = false) @Nullable Long atLeast) {
        return Callers.current()
                .flatMap(who -> door.go(() -> {
                    var incident = incidents.one(id, who.scope(), null).id();
                    freshness.await(ROOM, atLeast);
                    return desk.of(incident, who.person());
                }));
    }

    @GetMapping("/api/feedback")
    public Mono<Page<FeedbackView>> list(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String verdict,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long atLeast) {
        return door.go(() -> {
            var query = new Said(
                    within(from, to, team, service),
                    Asking.words(kind, KINDS, "kind"),
                    Asking.words(verdict, VERDICTS, "verdict"),
                    Asking.words(category, CATEGORIES, "category"),
                    Asking.page(limit, after));
            freshness.await(ROOM, atLeast);
            return answers.answer(query);
        });
    }

    /** Of the last 13 weeks, unless another time is asked for. */
    @GetMapping("/api/feedback/figures")
    public Mono<FeedbackFiguresView> figures(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable Long atLeast) {
        return door.go(() -> {
            var query = new Figures(within(from, to, team, service));
            freshness.await(ROOM, atLeast);
            return answers.answer(query);
        });
    }

    private Within within(@Nullable String from, @Nullable String to, @Nullable String team, @Nullable String service) {
        var end = Asking.moment(to, "to");
        var begin = Asking.moment(from, "from");
        // Up to now, and what is being said just now.
        Instant until = end == null ? time.now().plus(Duration.ofMinutes(1)) : end;
        return new Within(
                begin == null ? until.minus(USUAL) : begin, until, Asking.teams(team), Asking.services(service));
    }
}
