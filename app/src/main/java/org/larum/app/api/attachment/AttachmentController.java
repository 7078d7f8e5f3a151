package org.larum.app.api.attachment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.incident.IncidentDesk;
import org.larum.app.bus.Door;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.incident.IncidentEvent.Attachment;
import org.larum.projections.timeline.AttachmentView;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files of notes. The body of an upload is the file itself; it is read no faster than it is stored. */
@RestController
@RequestMapping("/api/incidents/{id}/attachments")
@Permit(Permission.RESPOND)
public class AttachmentController {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Whatever it holds, it runs nowhere and asks for nothing. */
    private static final String CONTENT = "default-src 'none'; sandbox";

    private final Door door;
    private final IncidentDesk incidents;
    private final AttachmentDesk desk;

    public AttachmentController(Door door, IncidentDesk incidents, AttachmentDesk desk) {
        this.door = door;
        this.incidents = incidents;
        this.desk = desk;
    }

    /** {@code name}: of the file. Its type is found by looking into it. A note names it afterwards, or it is forgotten after a day. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    public Mono<AttachmentView> upload(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String name,
            ServerWebExchange exchange) {
        var request = exchange.getRequest();
        long size = request.getHeaders().getContentLength();
        return Callers.current()
                .flatMap(who -> door.go(() -> {
                    var incident = incidents.one(id, who.scope(), null).id();
                    var body = request.getBody().timeout(PATIENCE);
                    try (var bytes = DataBufferUtils.subscriberInputStream(body, 1)) {
                        return AttachmentView.of(desk.take(incident, name, size, bytes));
                    }
                }));
    }

    /** Before a note names it. */
    @DeleteMapping("/{attachment}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public Mono<Void> forget(@PathVariable String id, @PathVariable String attachment) {
        return Callers.current()
                .flatMap(who -> door.go(() -> {
                    var incident = incidents.one(id, who.scope(), null).id();
                    desk.forget(incident, file(attachment));
                    return true;
                }))
                .then();
    }

    @GetMapping("/{attachment}")
    public Mono<Void> download(@PathVariable String id, @PathVariable String attachment, ServerWebExchange exchange) {
        return Callers.current()
                .flatMap(who -> door.go(
                        () -> desk.noted(incidents.one(id, who.scope(), null).id(), file(attachment))))
                .flatMap(found -> give(found, exchange));
    }

    private Mono<Void> give(Attachment found, ServerWebExchange exchange) {
        var response = exchange.getResponse();
        var headers = response.getHeaders();
        headers.set("Content-Security-Policy", CONTENT);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.setCacheControl(CacheControl.noCache().cachePrivate());
        if (exchange.checkNotModified("\"" + found.digest() + "\"")) {
            return response.setComplete();
        }
        headers.setContentType(
                found.type().equals("text/plain")
                        ? new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)
                        : MediaType.valueOf(found.type()));
        headers.setContentLength(found.size());
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(found.name(), StandardCharsets.UTF_8)
                .build());
        int parts = (int) ((found.size() + AttachmentDesk.PIECE - 1) / AttachmentDesk.PIECE);
        return response.writeWith(Flux.range(0, parts)
                .concatMap(part -> door.go(() -> desk.part(found.id(), part)), 1)
                .map(response.bufferFactory()::wrap));
    }

    /** What is no id is the name of nothing. */
    private static UUID file(String text) {
        var id = Asking.uuid(text);
        return id == null ? new UUID(0, 0) : id;
    }
}
