package org.larum.app.intake;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;

/**
 * Our own trouble, above all a database that is away: always 503 with Retry-After, for a 4xx makes senders drop an
 * alert. No request's and no event's fault, so whatever met it is tried again as it is.
 */
public final class Away {

    public static final String SENTENCE = "Larum cannot confirm now that this is stored. It is safe to send it again.";

    private Away() {}

    public static boolean isOurs(Throwable thrown) {
        return switch (thrown) {
            // DataAccessResourceFailureException and CannotGetJdbcConnectionException are of the second kind.
            case TransientDataAccessException e -> true;
            case NonTransientDataAccessResourceException e -> true;
            case RecoverableDataAccessException e -> true;
            case TransactionException e -> true;
            case TimeoutException e -> true;
            // Somebody else wrote first, again and again: nothing is wrong with what was asked.
            case ConcurrencyException e -> true;
            default -> false;
        };
    }

    public static ResponseEntity<byte[]> json(Object body) {
        return Answer.as(unavailable(), MediaType.APPLICATION_JSON, body);
    }

    public static ResponseEntity<byte[]> problem() {
        var problem = Answer.Problem.of(503, "storage_unavailable", SENTENCE);
        return Answer.as(unavailable(), MediaType.APPLICATION_PROBLEM_JSON, problem);
    }

    private static ResponseEntity.BodyBuilder unavailable() {
        // Spread out, so that a thousand senders do not come back in the same second.
        int seconds = ThreadLocalRandom.current().nextInt(2, 8);
        return ResponseEntity.status(503).header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    }
}
