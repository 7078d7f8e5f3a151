package org.larum.app.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes problem+json (RFC 9457) with a stable code and a sentence that helps. */
public final class Problems {

    /** How long a caller waits before it tries again when something of ours is away. */
    public static final String RETRY_SECONDS = "5";

    public static final String AWAY = "The database is away for the moment. Nothing was changed, and nothing that was"
            + " accepted before is lost. Send the same again in a few seconds.";

    static final String BUG =
            "Larum made a mistake with this request. Whether anything was changed is not known; look before you repeat it."
                    + " The log of the server says more.";

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** One mistake of many, by its path. */
    public record Mistake(String path, String message) {}

    /** Without "instance": the path may hold a key or the token of a link. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Problem(
            String type, String title, int status, @Nullable String detail, String code, List<Mistake> errors) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private Problems() {}

    public static ResponseEntity<Problem> of(
            HttpStatus status, String code, @Nullable String sentence, List<Mistake> mistakes) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(status, code, sentence, mistakes));
    }

    public static ResponseEntity<Problem> of(HttpStatus status, String code, @Nullable String sentence) {
        return of(status, code, sentence, List.of());
    }

    static Problem problem(HttpStatus status, String code, @Nullable String sentence, List<Mistake> mistakes) {
        return new Problem("about:blank", status.getReasonPhrase(), status.value(), sentence, code, mistakes);
    }

    /** For doors that stand before the controllers. */
    public static Mono<Void> write(ServerWebExchange exchange, HttpStatus status, String code, String sentence) {
        var response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        var body = JSON.writeValueAsString(problem(status, code, sentence, List.of()));
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body.getBytes(StandardCharsets.UTF_8))));
    }

    static HttpStatus status(Refusal refusal) {
        return switch (refusal.kind()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.BAD_REQUEST;
            case FORBIDDEN ->
                refusal.code().equals("wrong_credentials") ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN;
        };
    }

    /** For doors that stand before the controllers: a refusal of the business. */
    public static Mono<Void> writeRefusal(ServerWebExchange exchange, Refusal refusal) {
        return write(exchange, status(refusal), refusal.code(), refusal.sentence());
    }

    /** For doors that stand before the controllers. A bug of ours: the log has it, the caller gets no machinery. */
    public static Mono<Void> writeBug(ServerWebExchange exchange, Throwable bug) {
        LOG.error("a request failed", bug);
        return write(exchange, HttpStatus.INTERNAL_SERVER_ERROR, "bug", BUG);
    }

    /** For doors that stand before the controllers, when the database does not answer. */
    public static Mono<Void> writeAway(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set("Retry-After", RETRY_SECONDS);
        return write(exchange, HttpStatus.SERVICE_UNAVAILABLE, "database_away", AWAY);
    }
}
