package org.larum.app.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Answers of the machine doors, written here so that no dialect depends on how the server's own JSON is set up. */
public final class Answer {

    /** Where it lies, when that is not the database. */
    public static final String STORED = "X-Larum-Stored";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What was wrong at which path. */
    public record PathError(String path, String message) {}

    /** RFC 9457, with a stable code for scripts. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Problem(
            String type,
            String title,
            int status,
            String detail,
            String code,
            @Nullable List<PathError> errors) {

        public static Problem of(int status, String code, String detail) {
            return of(status, code, detail, List.of());
        }

        public static Problem of(int status, String code, String detail, List<PathError> errors) {
            var known = HttpStatus.resolve(status);
            var title = known == null ? "Refused" : known.getReasonPhrase();
            return new Problem("about:blank", title, status, detail, code, errors.isEmpty() ? null : errors);
        }

        public static Problem of(BodyRefused refused) {
            var path = refused.path();
            List<PathError> errors = path == null ? List.of() : List.of(new PathError(path, refused.sentence()));
            return of(refused.status(), "body_refused", refused.sentence(), errors);
        }
    }

    private Answer() {}

    public static ResponseEntity<byte[]> json(int status, Object body) {
        return as(ResponseEntity.status(status), MediaType.APPLICATION_JSON, body);
    }

    public static ResponseEntity<byte[]> problem(Problem problem) {
        return as(ResponseEntity.status(problem.status()), MediaType.APPLICATION_PROBLEM_JSON, problem);
    }

    /** In a dialect of its own; {@code status} is 503 where senders do not try again after 429. */
    public static ResponseEntity<byte[]> overloaded(Overloaded refusal, int status, Object body) {
        return as(busy(refusal, status), MediaType.APPLICATION_JSON, body);
    }

    /** As problem+json. */
    public static ResponseEntity<byte[]> overloaded(Overloaded refusal, int status) {
        var problem = Problem.of(status, refusal.code(), refusal.sentence());
        return as(busy(refusal, status), MediaType.APPLICATION_PROBLEM_JSON, problem);
    }

    private static ResponseEntity.BodyBuilder busy(Overloaded refusal, int status) {
        return ResponseEntity.status(status).header(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.retryAfter()));
    }

    /** The same answer; one that only the spool has kept says so in a header of its own. */
    public static ResponseEntity<byte[]> of(List<Became> became, ResponseEntity<byte[]> answer) {
        return became.contains(Became.SPOOLED)
                ? ResponseEntity.status(answer.getStatusCode())
                        .headers(answer.getHeaders())
                        .header(STORED, "spool")
                        .body(answer.getBody())
                : answer;
    }

    static ResponseEntity<byte[]> as(ResponseEntity.BodyBuilder answer, MediaType type, Object body) {
        return answer.contentType(type).body(JSON.writeValueAsBytes(body));
    }
}
