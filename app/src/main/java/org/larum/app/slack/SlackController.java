package org.larum.app.slack;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.larum.app.bus.Door;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where Slack calls. Open, because it signs: what is not signed, is old, or comes again is refused with 403, whatever it says. */
@RestController
@Permit(Permission.OPEN)
public class SlackController {

    /** Slack waits for three. */
    private static final Duration SOON = Duration.ofMillis(2200);

    private static final int MOST_BYTES = 256 * 1024;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LATER = "Larum is at it; the answer follows.";

    private final Door door;
    private final SlackDesk desk;

    SlackController(Door door, SlackDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    /** Somebody has written in a channel. Taken before it is answered: Slack tells again what was not. */
    @PostMapping("/slack/events")
    public Mono<ResponseEntity<String>> events(ServerWebExchange exchange) {
        return signed(
                exchange,
                bytes -> door.go(() -> {
                    var envelope = read(new String(bytes, StandardCharsets.UTF_8));
                    if (envelope.path("type").asString("").equals("url_verification")) {
                        return ResponseEntity.ok()
                                .contentType(MediaType.TEXT_PLAIN)
                                .body(envelope.path("challenge").asString(""));
                    }
                    desk.heard(envelope);
                    return ResponseEntity.ok("");
                }));
    }

    /** A button was pressed, or a window sent. What takes longer than Slack waits goes on, and is seen in the message. */
    @PostMapping("/slack/actions")
    public Mono<ResponseEntity<String>> actions(ServerWebExchange exchange) {
        return signed(exchange, bytes -> {
            var payload = read(form(bytes).getOrDefault("payload", ""));
            return door.go(() -> json(desk.acted(payload))).cache().timeout(SOON, Mono.just(ResponseEntity.ok("")));
        });
    }

    /** Somebody wrote {@code /larum ...}. What takes longer than Slack waits is said afterwards. */
    @PostMapping("/slack/commands")
    public Mono<ResponseEntity<String>> commands(ServerWebExchange exchange) {
        return signed(exchange, bytes -> {
            var form = form(bytes);
            var answer = door.go(() -> desk.commanded(form)).cache();
            return answer.timeout(SOON, Mono.fromSupplier(() -> {
                        answer.flatMap(text -> door.go(() -> said(form, text))).subscribe(done -> {}, e -> {});
                        return LATER;
                    }))
                    .map(text -> json(SlackReplies.json(text)));
        });
    }

    private boolean said(Map<String, String> form, String text) {
        desk.say(form, text);
        return true;
    }

    private Mono<ResponseEntity<String>> signed(
            ServerWebExchange exchange, Function<byte[], Mono<ResponseEntity<String>>> work) {
        var headers = exchange.getRequest().getHeaders();
        var timestamp = headers.getFirst("X-Slack-Request-Timestamp");
        var signature = headers.getFirst("X-Slack-Signature");
        return body(exchange.getRequest())
                .flatMap(bytes -> door.go(() -> desk.isGenuine(timestamp, signature, bytes))
                        .flatMap(isGenuine -> isGenuine ? work.apply(bytes) : refused(HttpStatus.FORBIDDEN)))
                .onErrorResume(DataBufferLimitException.class, e -> refused(HttpStatus.CONTENT_TOO_LARGE));
    }

    private static Mono<ResponseEntity<String>> refused(HttpStatus status) {
        return Mono.just(ResponseEntity.status(status).build());
    }

    /** The very bytes that were signed. */
    private static Mono<byte[]> body(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody(), MOST_BYTES)
                .map(SlackController::bytes)
                .defaultIfEmpty(new byte[0]);
    }

    private static byte[] bytes(DataBuffer buffer) {
        try {
            var bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return bytes;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private static ResponseEntity<String> json(String text) {
        return text.isEmpty()
                ? ResponseEntity.ok("")
                : ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(text);
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    private static Map<String, String> form(byte[] body) {
        var form = new HashMap<String, String>();
        for (var pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            var field = pair.split("=", 2);
            if (field.length == 2) {
                form.put(decoded(field[0]), decoded(field[1]));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
