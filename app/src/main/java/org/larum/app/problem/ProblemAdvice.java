package org.larum.app.problem;

import java.util.List;
import java.util.Locale;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.larum.app.problem.Problems.Mistake;
import org.larum.app.problem.Problems.Problem;
import org.larum.app.processing.NotShownYet;
import org.larum.app.security.Invitations;
import org.larum.app.security.SignInAttemptTable;
import org.larum.domain.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;

/** Refusals of the business become 4xx, outages of ours 503 with the time to come back, bugs 500. */
@RestControllerAdvice
public class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Problem> on(Refusal refusal) {
        return Problems.of(Problems.status(refusal), refusal.code(), refusal.sentence());
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(Invitations.Wrong form) {
        var mistakes = form.fields().stream()
                .map(field -> new Mistake(field.path(), field.message()))
                .toList();
        return Problems.of(
                HttpStatus.BAD_REQUEST, "form_mistakes", "Some fields need another look. Nothing was saved.", mistakes);
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(SignInAttemptTable.TooMany tries) {
        var problem = Problems.problem(HttpStatus.TOO_MANY_REQUESTS, "too_many_tries", tries.getMessage(), List.of());
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header("Retry-After", String.valueOf(tries.seconds()))
                .body(problem);
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        TransactionException.class,
        EventStoreException.class
    })
    ResponseEntity<Problem> onOutage(RuntimeException outage) {
        LOG.warn("a request met a database that is away: {}", outage.toString());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", Problems.RETRY_SECONDS)
                .body(Problems.problem(HttpStatus.SERVICE_UNAVAILABLE, "database_away", Problems.AWAY, List.of()));
    }

    /** Whoever wrote has done so, and whoever reads may come again. */
    @ExceptionHandler
    ResponseEntity<Problem> on(NotShownYet late, ServerHttpRequest request) {
        var status = HttpMethod.GET.equals(request.getMethod()) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.ACCEPTED;
        return ResponseEntity.status(status)
                .header("Retry-After", "1")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.problem(status, "not_shown_yet", late.getMessage(), List.of()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(ServerWebInputException input) {
        return Problems.of(HttpStatus.BAD_REQUEST, "bad_request", Unreadable.sentence(input));
    }

    @ExceptionHandler
    ResponseEntity<?> on(ResponseStatusException e, ServerHttpRequest request) {
        var status = HttpStatus.valueOf(e.getStatusCode().value());
        if (status == HttpStatus.NOT_FOUND && isReader(request)) {
            return WebPages.notFound();
        }
        var code = status.name().toLowerCase(Locale.ROOT);
        return Problems.of(status, code, sentence(status, e));
    }

    /** Somebody with a browser who follows a wrong or old link: the web app says so in its own words. */
    private static boolean isReader(ServerHttpRequest request) {
        return HttpMethod.GET.equals(request.getMethod())
                && !request.getPath().value().startsWith("/api/")
                && request.getHeaders().getAccept().contains(MediaType.TEXT_HTML);
    }

    /** A bug of ours: the log has it, the caller gets no machinery. */
    @ExceptionHandler
    ResponseEntity<Problem> onBug(RuntimeException bug) {
        LOG.error("a request failed", bug);
        return Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "bug", Problems.BUG);
    }

    private static String sentence(HttpStatus status, ResponseStatusException e) {
        return switch (status) {
            case NOT_FOUND -> "There is nothing at this address. The API is described at /api/openapi.json.";
            case METHOD_NOT_ALLOWED ->
                "This address does not take that method. The API is described at /api/openapi.json.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send JSON with \"Content-Type: application/json\". Nothing was changed.";
            default -> e.getReason() == null ? status.getReasonPhrase() : e.getReason();
        };
    }
}
