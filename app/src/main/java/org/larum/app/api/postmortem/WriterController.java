package org.larum.app.api.postmortem;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.bus.Door;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.app.security.Who;
import org.larum.projections.shared.Named;
import org.larum.projections.shared.Names;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who else writes on a review now: whoever begins sees it before they have written for an hour. */
@RestController
public class WriterController {

    private final Door door;
    private final PostmortemDesk desk;
    private final WriterTable writers;
    private final Names names;

    public WriterController(Door door, PostmortemDesk desk, WriterTable writers, Names names) {
        this.door = door;
        this.desk = desk;
        this.writers = writers;
        this.names = names;
    }

    /** {@code since}: when they began. */
    public record WriterView(Named person, Instant since) {}

    /** All but the caller, the first who began first. */
    public record WritersView(List<WriterView> items) {}

    @GetMapping("/api/postmortems/{id}/writers")
    @Permit(Permission.RESPOND)
    public Mono<WritersView> writers(@PathVariable String id) {
        return with(who -> others(review(id), who));
    }

    /** The caller writes; it holds for 45 s. Whoever calls with a token is no person, and only sees the others. */
    @PutMapping("/api/postmortems/{id}/writers/me")
    @Permit(Permission.RESPOND)
    public Mono<WritersView> beginWriting(@PathVariable String id) {
        return with(who -> {
            var review = review(id);
            if (who.person() != null) {
                writers.writes(review, who.person().value());
            }
            return others(review, who);
        });
    }

    @DeleteMapping("/api/postmortems/{id}/writers/me")
    @Permit(Permission.RESPOND)
    public Mono<WritersView> endWriting(@PathVariable String id) {
        return with(who -> {
            var review = review(id);
            if (who.person() != null) {
                writers.stops(review, who.person().value());
            }
            return others(review, who);
        });
    }

    private interface Work {
        WritersView of(Who who);
    }

    private Mono<WritersView> with(Work work) {
        return Callers.current().flatMap(who -> door.go(() -> work.of(who)));
    }

    private UUID review(String id) {
        return desk.one(Writing.id(id), null).about().id();
    }

    private WritersView others(UUID review, Who who) {
        @Nullable UUID me = who.person() == null ? null : who.person().value();
        return new WritersView(writers.others(review, me).stream()
                .map(writer -> new WriterView(names.person(writer.person()), writer.since()))
                .toList());
    }
}
