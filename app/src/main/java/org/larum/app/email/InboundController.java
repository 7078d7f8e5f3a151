package org.larum.app.email;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.larum.app.bus.Door;
import org.larum.app.email.ReplyDesk.Taken;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Where a mail server, or a service that takes mails for it, brings answers to mails: each as it came. Open, because it shows a key. What was
 * read is answered 200 whatever became of it: a mail that is refused goes back to whoever is named as its sender.
 */
@RestController
@Permit(Permission.OPEN)
public class InboundController {

    private static final int MOST = 1024 * 1024;
    private static final Duration SLOWEST = Duration.ofSeconds(10);
    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private final Door door;
    private final ReplyDesk desk;

    InboundController(Door door, ReplyDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    /** {@code why}: when nothing was done of what it asks for. */
    public record MailTaken(
            String outcome,
            @Nullable UUID incident,
            @Nullable String why) {

        static MailTaken of(Taken taken) {
            return new MailTaken(taken.outcome().name().toLowerCase(Locale.ROOT), taken.incident(), taken.why());
        }
    }

    @PostMapping("/api/inbound/email")
    public Mono<MailTaken> take(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var key = key(request);
        return door.go(() -> desk.isKey(key))
                .flatMap(isKey -> isKey ? body(request) : Mono.error(unknown()))
                .flatMap(raw -> door.go(() -> MailTaken.of(desk.take(raw))));
    }

    /** As a token; or as the password of whatever user, for services that know nothing else. */
    private static String key(ServerHttpRequest request) {
        var header = request.getHeaders().getFirst("Authorization");
        if (header == null) {
            return "";
        }
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return header.substring(BEARER.length()).strip();
        }
        return header.regionMatches(true, 0, BASIC, 0, BASIC.length())
                ? password(header.substring(BASIC.length()).strip())
                : "";
    }

    private static String password(String basic) {
        try {
            var both = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            return both.substring(both.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Mono<byte[]> body(ServerHttpRequest request) {
        if (request.getHeaders().getContentLength() > MOST) {
            return Mono.error(tooLarge());
        }
        return DataBufferUtils.join(request.getBody(), MOST)
                .map(InboundController::bytes)
                .defaultIfEmpty(new byte[0])
                .timeout(SLOWEST)
                .onErrorMap(DataBufferLimitException.class, e -> tooLarge())
                .onErrorMap(TimeoutException.class, e -> new ResponseStatusException(HttpStatus.REQUEST_TIMEOUT));
    }

    private static byte[] bytes(DataBuffer buffer) {
        try {
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return bytes;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private static ResponseStatusException tooLarge() {
        return new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, "A mail may have at most 1 MiB.");
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(
                HttpStatus.UNAUTHORIZED, "This is not the key under channels: email: replies: in the configuration.");
    }
}
