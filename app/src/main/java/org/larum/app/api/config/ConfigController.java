package org.larum.app.api.config;

import java.util.Map;
import java.util.function.BiFunction;
import org.larum.app.api.config.ConfigDesk.Result;
import org.larum.app.bus.Door;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.problem.Problems.Problem;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.shared.Refusal;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The organisation as a file, over HTTP: apply it, look at it, change one entry. */
@RestController
@RequestMapping("/api/config")
public class ConfigController {

    private final Door door;
    private final ConfigDesk desk;

    public ConfigController(Door door, ConfigDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    @PostMapping
    @Permit(Permission.ADMINISTER)
    public Mono<Result> apply(ServerHttpRequest request) {
        var wish = Wish.of(request.getQueryParams());
        return write(
                request,
                "POST " + wish,
                (text, write) -> desk.apply(text, wish.file(), wish.isDryRun(), wish.isPruning(), write));
    }

    @GetMapping
    @Permit(Permission.ADMINISTER)
    public Mono<Map<String, Object>> inUse() {
        return door.go(desk::inUse);
    }

    @PutMapping("/{kind}/{word}")
    @Permit(Permission.ADMINISTER)
    public Mono<Result> put(ServerHttpRequest request, @PathVariable String kind, @PathVariable String word) {
        var section = section(kind, word);
        var what = "PUT " + section.path(word);
        return write(request, what, (text, write) -> desk.put(section, word, text, write));
    }

    @DeleteMapping("/{kind}/{word}")
    @Permit(Permission.ADMINISTER)
    public Mono<Result> delete(ServerHttpRequest request, @PathVariable String kind, @PathVariable String word) {
        var section = section(kind, word);
        var what = "DELETE " + section.path(word);
        return write(request, what, (text, write) -> desk.delete(section, word, write));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(ConfigMistakes e) {
        return e.problem();
    }

    /** The type of the content is not looked at: what curl sends by itself is a form. */
    private Mono<Result> write(ServerHttpRequest request, String what, BiFunction<String, Write, Result> work) {
        return Mono.deferContextual(context -> Callers.current()
                .flatMap(who -> body(request).flatMap(bytes -> {
                    var text = YamlTree.text(bytes);
                    var write = Write.of(who.actor(), context, Idempotency.bytes(what, text));
                    return door.go(() -> work.apply(text, write));
                })));
    }

    private static Mono<byte[]> body(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody(), YamlTree.MOST_BYTES)
                .map(ConfigController::bytes)
                .defaultIfEmpty(new byte[0])
                .onErrorMap(DataBufferLimitException.class, e -> YamlTree.tooLarge());
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

    private static Section section(String kind, String word) {
        return Section.named(kind, word)
                .filter(section -> section != Section.EMAIL || word.equals(Section.EMAIL_WORD))
                .filter(section -> !section.isAlone() || word.equals(section.path()))
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.NOT_FOUND,
                        "no_such_kind",
                        "There is nothing at this address. Write people, teams, services, policies, integrations or"
                                + " webhooks and a word, channels/email, channels/twilio, channels/sms,"
                                + " channels/slack or channels/limits."));
    }
}
