package org.larum.app.api.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.bus.Door;
import org.larum.app.eventstore.EventLog;
import org.larum.app.processing.ParkedTable;
import org.larum.app.processing.Reactions;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.shared.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Events that a reader could not take: seen, and given to it again once the reason is gone. */
@RestController
public class ParkedController {

    private final Door door;
    private final ParkedTable parked;
    private final Reactions reactions;
    private final EventLog log;

    public ParkedController(Door door, ParkedTable parked, Reactions reactions, EventLog log) {
        this.door = door;
        this.parked = parked;
        this.reactions = reactions;
        this.log = log;
    }

    /** {@code next}: pass it as {@code after} for the page that follows; null on the last. */
    public record ParkedPage(
            List<ParkedTable.Row> items, @Nullable String next) {}

    @GetMapping("/api/operations/parked")
    @Permit(Permission.ADMINISTER)
    public Mono<ParkedPage> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return door.go(() -> {
            int most = Asking.page(limit, null).limit();
            var from = Place.read(after);
            var rows = parked.find(from.processor(), from.index(), most + 1);
            var items = rows.subList(0, Math.min(most, rows.size()));
            return new ParkedPage(
                    items, rows.size() > most ? Place.of(items.getLast()).write() : null);
        });
    }

    /** Answers when the reader has taken it; what it does is not done twice. */
    @PostMapping("/api/operations/parked/{processor}/{index}/retry")
    @Permit(Permission.ADMINISTER)
    public Mono<Void> retry(@PathVariable String processor, @PathVariable long index) {
        return door.go(() -> {
                    if (processor.startsWith("projection-")) {
                        var room = processor.substring("projection-".length());
                        throw new Refusal(
                                Refusal.Kind.CONFLICT,
                                "needs_rebuild",
                                "A projection reads in order. Once the reason is gone, run ./larum rebuild " + room
                                        + ".");
                    }
                    if (!reactions.again(processor, index, log)) {
                        throw new Refusal(
                                Refusal.Kind.NOT_FOUND,
                                "not_parked",
                                "There is no such event for a reader of this name. Load the list again.");
                    }
                    return parked.remove(processor, index);
                })
                .then();
    }

    /** Where a page ends. */
    private record Place(String processor, long index) {

        static Place of(ParkedTable.Row row) {
            return new Place(row.processor(), row.index());
        }

        static Place read(@Nullable String cursor) {
            if (cursor == null) {
                return new Place("", -1);
            }
            int colon = cursor.lastIndexOf(':');
            try {
                return new Place(cursor.substring(0, Math.max(0, colon)), Long.parseLong(cursor.substring(colon + 1)));
            } catch (NumberFormatException e) {
                throw new Refusal(
                        Refusal.Kind.INVALID,
                        "bad_cursor",
                        "\"after\" is not a cursor of this list. Pass the \"next\" of the page before, or leave it out.");
            }
        }

        String write() {
            return processor + ":" + index;
        }
    }
}
