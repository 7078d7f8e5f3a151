package org.larum.app.status;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.bus.Door;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.app.status.StatusBoard.Document;
import org.larum.domain.shared.Refusal;
import org.larum.domain.status.Visibility;
import org.larum.projections.status.StatusPageView;
import org.larum.projections.status.StatusPageView.StatusHistoryView;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The status page for everybody, without sign-in; and the same with what is private, for those who are signed in. */
@RestController
public class StatusPages {

    private static final String HTML = "text/html;charset=utf-8";
    private static final String ATOM = "application/atom+xml;charset=utf-8";
    private static final Duration FRESH = Duration.ofSeconds(15);

    private final StatusBoard board;
    private final Door door;

    public StatusPages(StatusBoard board, Door door) {
        this.board = board;
        this.door = door;
    }

    @GetMapping("/status")
    @Permit(Permission.OPEN)
    ResponseEntity<byte[]> page() {
        return open(board.now(Visibility.PUBLIC).page(), HTML);
    }

    @GetMapping("/status/history")
    @Permit(Permission.OPEN)
    Mono<ResponseEntity<byte[]>> history(@RequestParam(required = false) @Nullable String after) {
        return history(after, Visibility.PUBLIC).map(found -> open(found, HTML));
    }

    @GetMapping("/status/feed.atom")
    @Permit(Permission.OPEN)
    ResponseEntity<byte[]> feed() {
        return open(board.now(Visibility.PUBLIC).feed(), ATOM);
    }

    @GetMapping("/status/private")
    @Permit(Permission.RESPOND)
    ResponseEntity<byte[]> privatePage() {
        return secret(board.now(Visibility.PRIVATE).page());
    }

    @GetMapping("/status/private/history")
    @Permit(Permission.RESPOND)
    Mono<ResponseEntity<byte[]>> privateHistory(@RequestParam(required = false) @Nullable String after) {
        return history(after, Visibility.PRIVATE).map(StatusPages::secret);
    }

    /** The page as JSON. */
    @GetMapping("/api/status")
    @Permit(Permission.OPEN)
    public ResponseEntity<StatusPageView> status() {
        var view = board.now(Visibility.PUBLIC).view();
        var tag = Document.of(view.toString()).tag();
        return ResponseEntity.ok().cacheControl(fresh()).eTag(tag).body(view);
    }

    /** What was said, newest first, 20 notices a page. */
    @GetMapping("/api/status/history")
    @Permit(Permission.OPEN)
    public Mono<ResponseEntity<StatusHistoryView>> said(@RequestParam(required = false) @Nullable String after) {
        var found = after == null
                ? Mono.just(board.now(Visibility.PUBLIC).view().newest())
                : door.go(() -> board.before(ref(after), Visibility.PUBLIC));
        return found.map(history -> ResponseEntity.ok().cacheControl(fresh()).body(history));
    }

    private Mono<Document> history(@Nullable String after, Visibility audience) {
        return after == null
                ? Mono.just(board.now(audience).history())
                : door.go(() -> Document.of(StatusHtml.history(board.before(ref(after), audience), audience)));
    }

    private static UUID ref(String after) {
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "bad_cursor",
                    "\"after\" is not a place in this list. Pass the \"next\" of the page before, or leave it out.");
        }
    }

    private static ResponseEntity<byte[]> open(Document document, String type) {
        return answer(document, type, fresh());
    }

    private static ResponseEntity<byte[]> secret(Document document) {
        return answer(document, HTML, CacheControl.noStore());
    }

    private static ResponseEntity<byte[]> answer(Document document, String type, CacheControl keep) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(type))
                .header("Content-Security-Policy", StatusHtml.CONTENT)
                .cacheControl(keep)
                .eTag(document.tag())
                .body(document.body());
    }

    private static CacheControl fresh() {
        return CacheControl.maxAge(FRESH).cachePublic();
    }
}
