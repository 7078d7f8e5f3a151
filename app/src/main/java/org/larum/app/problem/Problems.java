package org.larum.app.problem;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes problem+json (RFC 9457) with a stable code and a sentence that helps. */
public final class Problems {

    /** One mistake of many, by its path. */
    public record Mistake(String path, String message) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private Problems() {}

    public static ResponseEntity<ProblemDetail> of(
            HttpStatus status, String code, @Nullable String sentence, List<Mistake> mistakes) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail(status, code, sentence, mistakes));
    }

    public static ResponseEntity<ProblemDetail> of(HttpStatus status, String code, @Nullable String sentence) {
        return of(status, code, sentence, List.of());
    }

    static ProblemDetail detail(
            HttpStatus status, String code, @Nullable String sentence, List<Mistake> mistakes) {
        var problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setProperty("code", code);
        if (!mistakes.isEmpty()) {
            problem.setProperty("errors", mistakes);
        }
        return problem;
    }

    /** For doors that stand before the controllers. */
    public static Mono<Void> write(ServerWebExchange exchange, HttpStatus status, String code, String sentence) {
        var response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        var node = JSON.createObjectNode()
                .put("type", "about:blank")
                .put("title", status.getReasonPhrase())
                .put("status", status.value())
                .put("detail", sentence)
                .put("code", code);
        var body = response.bufferFactory().wrap(node.toString().getBytes(StandardCharsets.UTF_8));
        return response.writeWith(Mono.just(body));
    }
}
