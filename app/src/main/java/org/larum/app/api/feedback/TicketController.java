package org.larum.app.api.feedback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.app.bus.Door;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes in what people outside wrote to support, from the system that it lies in. A ticket that comes twice is one. */
@RestController
public class TicketController {

    private final Door door;
    private final TicketDesk desk;

    public TicketController(Door door, TicketDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    /**
     * {@code number}: what it is called in its system; {@code source}: that system, support when it is left out; {@code service}: by its
     * word; {@code at}: when it was written, now when it is left out.
     */
    public record TicketWish(
            @Nullable String number,
            @Nullable String source,
            @Nullable String service,
            @Nullable String text,
            @Nullable String at) {}

    /** At most 1,000. */
    public record TicketsWish(@Nullable List<@Nullable TicketWish> items) {}

    /** {@code row}: which of those sent, from 1; {@code because}: what to write instead. */
    public record RefusedTicket(int row, @Nullable String number, String because) {}

    /** {@code unchanged}: they were known as they are. */
    public record TicketsTaken(int taken, int unchanged, List<RefusedTicket> refused) {}

    @PostMapping(path = "/api/feedback/tickets", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Permit(Permission.RESPOND)
    public Mono<TicketsTaken> takeTickets(@RequestBody TicketsWish wish) {
        return take(() -> wish.items() == null ? List.of() : wish.items());
    }

    /** The first line names the columns: number, text, and if you have them service, at and source. */
    @PostMapping(
            path = "/api/feedback/tickets",
            consumes = {"text/csv", "text/plain"})
    @Permit(Permission.RESPOND)
    public Mono<TicketsTaken> takeTicketsOfFile(@RequestBody String file) {
        return take(() -> TicketReader.read(file));
    }

    private interface Wishes {
        List<? extends @Nullable TicketWish> read();
    }

    private Mono<TicketsTaken> take(Wishes wishes) {
        return Callers.current().flatMap(who -> door.go(() -> desk.take(wishes.read(), who.actor())));
    }
}
