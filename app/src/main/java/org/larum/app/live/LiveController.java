package org.larum.app.live;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** Changes as server-sent events. The browser sends the last id it saw, and goes on from there. */
@RestController
public class LiveController {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Rights are looked at again when the browser comes back, which it does by itself. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final LiveFeed feed;

    public LiveController(LiveFeed feed) {
        this.feed = feed;
    }

    @GetMapping(path = "/api/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Permit(Permission.RESPOND)
    public Flux<ServerSentEvent<Object>> stream(
            @RequestParam(required = false) @Nullable Long after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            ServerHttpResponse response) {
        response.getHeaders().set("X-Accel-Buffering", "no");
        response.getHeaders().setCacheControl("no-store");
        long head = feed.head();
        long from = Math.min(head, from(after, last, head));
        var hello = ServerSentEvent.<Object>builder(Map.of("index", head))
                .event("hello")
                .build();
        var changes = feed.after(from)
                .map(change -> ServerSentEvent.<Object>builder(change)
                        .id(String.valueOf(change.index()))
                        .event("change")
                        .build());
        var heartbeat = Flux.interval(HEARTBEAT)
                .map(n ->
                        ServerSentEvent.<Object>builder().comment("still here").build());
        return Flux.just(hello)
                .concatWith(Flux.merge(changes, heartbeat))
                .take(LONGEST)
                .takeUntilOther(feed.closing().materialize());
    }

    private static long from(@Nullable Long after, @Nullable String last, long head) {
        if (last != null && last.matches("\\d{1,18}")) {
            return Long.parseLong(last);
        }
        return after == null ? head : after;
    }
}
