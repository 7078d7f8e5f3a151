package org.larum.app.api.incident;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.FilterWish;
import org.larum.app.api.incident.BulkDesk.Act;
import org.larum.app.api.incident.BulkDesk.Operation;
import org.larum.app.api.incident.BulkTable.Changed;
import org.larum.app.bus.Door;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.app.security.Who;
import org.larum.domain.directory.PersonId;
import org.larum.domain.incident.IncidentCommand;
import org.larum.domain.incident.IncidentCommand.AcknowledgeIncident;
import org.larum.domain.incident.IncidentCommand.AssignIncident;
import org.larum.domain.incident.IncidentCommand.EndSnooze;
import org.larum.domain.incident.IncidentCommand.ResolveIncident;
import org.larum.domain.incident.IncidentCommand.SnoozeIncident;
import org.larum.domain.incident.IncidentCommand.WithdrawAcknowledgement;
import org.larum.domain.incident.IncidentCommand.WithdrawResolution;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Refusal;
import org.larum.projections.incident.IncidentFilter;
import org.larum.projections.incident.IncidentQuery.Matching;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One act on many incidents. The answer comes at once; how far it has come is asked for. */
@RestController
@RequestMapping("/api/incidents/bulk")
public class BulkController {

    private static final Logger LOG = LoggerFactory.getLogger(BulkController.class);

    private final Door door;
    private final BulkDesk desk;
    private final People people;

    public BulkController(Door door, BulkDesk desk, People people) {
        this.door = door;
        this.desk = desk;
        this.people = people;
    }

    /** As in the list of incidents. */
    public record Filter(
            @Nullable String state,
            @Nullable String service,
            @Nullable String severity) {}

    /**
     * {@code action}: acknowledge, resolve, snooze (with {@code until} and {@code reason}) or assign (with {@code person}). Either
     * {@code ids} or a {@code filter}; the newest 10,000 that match.
     */
    public record Bulk(
            @Nullable String action,
            @Nullable List<String> ids,
            @Nullable Filter filter,
            @Nullable String until,
            @Nullable String reason,
            @Nullable String person) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Permit(Permission.RESPOND)
    public Mono<Operation> begin(@RequestBody Bulk body) {
        return Mono.deferContextual(context -> Callers.current().flatMap(who -> {
            var write = Write.of(who.actor(), context, Idempotency.bytes("bulk", body.toString()));
            return door.go(() -> {
                var begun = desk.begin(who.actor(), act(body, who), which(body, who), write);
                inTheBackground(begun.work());
                return desk.one(begun.operation());
            });
        }));
    }

    @GetMapping("/{operation}")
    @Permit(Permission.RESPOND)
    public Mono<Operation> one(@PathVariable String operation) {
        return door.go(() -> desk.one(id(operation)));
    }

    /** Writes what puts it back: nothing is deleted, and the timelines say both. */
    @PostMapping("/{operation}/undo")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Permit(Permission.RESPOND)
    public Mono<Operation> undo(@PathVariable String operation) {
        return Callers.current()
                .flatMap(who -> door.go(() -> {
                    var id = id(operation);
                    var action = desk.beginUndo(id, who.actor());
                    inTheBackground(() -> desk.undo(id, back(action, who.actor())));
                    return desk.one(id);
                }));
    }

    private void inTheBackground(Runnable work) {
        door.go(() -> {
                    work.run();
                    return true;
                })
                .subscribe(done -> {}, e -> LOG.error("a bulk operation stopped; what is done of it is done", e));
    }

    private Act act(Bulk body, Who who) {
        var by = who.actor();
        return switch (body.action() == null ? "" : body.action()) {
            case "acknowledge" -> new Act("acknowledge", (id, at) -> new AcknowledgeIncident(id, by, who.via(), at));
            case "resolve" -> new Act("resolve", (id, at) -> new ResolveIncident(id, by, who.via(), at));
            case "snooze" -> {
                var until = Said.moment(body.until(), "until");
                var reason = Said.reason(body.reason());
                yield new Act("snooze", (id, at) -> new SnoozeIncident(id, until, reason, by, at));
            }
            case "assign" -> {
                var to = body.person() == null ? null : people.find(body.person());
                yield new Act("assign", (id, at) -> new AssignIncident(id, to, by, at));
            }
            default ->
                throw new Refusal(
                        Refusal.Kind.INVALID,
                        "bad_action",
                        "\"action\" must be acknowledge, resolve, snooze or assign. Nothing was changed.");
        };
    }

    private static BiFunction<Changed, Instant, IncidentCommand> back(String action, Actor by) {
        return (change, at) -> {
            var id = new IncidentId(change.incident());
            return switch (action) {
                case "acknowledge" -> new WithdrawAcknowledgement(id, by, at);
                case "resolve" -> new WithdrawResolution(id, by, at);
                case "snooze" -> new EndSnooze(id, by, at);
                default ->
                    new AssignIncident(
                            id,
                            change.before() == null ? null : new PersonId(UUID.fromString(change.before())),
                            by,
                            at);
            };
        };
    }

    private static Matching which(Bulk body, Who who) {
        var filter = body.filter();
        if (body.ids() == null && filter == null) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "bad_selection",
                    "Say which incidents: \"ids\", or a \"filter\" as in the list. Nothing was changed.");
        }
        var wish = filter == null
                ? IncidentFilter.ANY
                : new FilterWish(filter.state(), filter.severity(), null, filter.service(), null, null, null, null)
                        .read(who);
        return new Matching(ids(body.ids()), wish, BulkDesk.MOST);
    }

    private static @Nullable Set<UUID> ids(@Nullable List<String> texts) {
        if (texts == null) {
            return null;
        }
        if (texts.size() > BulkDesk.MOST) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "too_many",
                    "At most 10,000 incidents at once. Nothing was changed. Send them in parts, or use a filter.");
        }
        var ids = new LinkedHashSet<UUID>();
        texts.forEach(text -> ids.add(Acting.id(text)));
        return ids;
    }

    private static UUID id(String text) {
        var id = Asking.uuid(text);
        return id == null ? new UUID(0, 0) : id;
    }
}
