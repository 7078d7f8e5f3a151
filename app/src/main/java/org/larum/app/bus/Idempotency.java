package org.larum.app.bus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.util.context.ContextView;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer of a write is kept under the caller's {@code Idempotency-Key}, in the transaction of its events: sent again, it gets
 * the same answer and changes nothing.
 */
public final class Idempotency {

    /** Where the key of a request stands in Reactor's context. */
    public static final String KEY = "larum.idempotency-key";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Time time;

    public Idempotency(JdbcClient jdbc, Time time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** One write. {@code key} is null when the caller sent none; {@code request} tells two requests with one key apart. */
    public record Write(Actor actor, @Nullable String key, String request) {

        public static Write of(Actor actor, ContextView context, byte[] request) {
            return new Write(actor, Idempotency.key(context), hash(request));
        }
    }

    /** The key that the caller sent with this request, if any. */
    public static @Nullable String key(ContextView context) {
        return context.<String>getOrDefault(KEY, null);
    }

    private record Kept(String request, byte[] answer) {}

    /** Inside a unit of work: the answer of before, or the work and its answer, kept with it. */
    public <T> T once(Write write, Class<T> type, Supplier<T> work) {
        if (write.key() == null) {
            return work.get();
        }
        var kept = answered(write, type);
        if (kept.isPresent()) {
            return kept.get();
        }
        T answer = work.get();
        // Two at once: the second insert waits for the first commit, fails on the key, and the unit of work starts
        // again.
        jdbc.sql("insert into idempotent_answers (actor, key, request, answer, answered_at) values (?, ?, ?, ?, ?)")
                .params(
                        actor(write),
                        write.key(),
                        write.request(),
                        JSON.writeValueAsBytes(answer),
                        time.now().atOffset(ZoneOffset.UTC))
                .update();
        return answer;
    }

    /** The answer of before, if this very write was done already. */
    public <T> Optional<T> answered(Write write, Class<T> type) {
        if (write.key() == null) {
            return Optional.empty();
        }
        var kept = jdbc.sql("select request, answer from idempotent_answers where actor = ? and key = ?")
                .params(actor(write), write.key())
                .query((row, n) -> new Kept(row.getString("request"), row.getBytes("answer")))
                .optional();
        if (kept.isPresent() && !kept.get().request().equals(write.request())) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "idempotency_key_reused",
                    "This Idempotency-Key was used for another request. Nothing was changed. Use a new key.");
        }
        return kept.map(found -> JSON.readValue(found.answer(), type));
    }

    /** Completes a kept answer with what was known only after its commit. */
    public void amend(Write write, Object answer) {
        if (write.key() != null) {
            jdbc.sql("update idempotent_answers set answer = ? where actor = ? and key = ?")
                    .params(JSON.writeValueAsBytes(answer), actor(write), write.key())
                    .update();
        }
    }

    private static String actor(Write write) {
        return write.actor().kind() + "/" + write.actor().id();
    }

    public static String hash(byte[] request) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(request));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public static byte[] bytes(String... parts) {
        return String.join("\0", parts).getBytes(StandardCharsets.UTF_8);
    }
}
