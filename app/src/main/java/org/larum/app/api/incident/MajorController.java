package org.larum.app.api.incident;

import static org.larum.app.api.incident.MajorDesk.major;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.incident.MajorDesk.MajorActed;
import org.larum.app.api.incident.MajorDesk.MajorPreview;
import org.larum.app.bus.Door;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.app.security.Who;
import org.larum.domain.directory.PersonId;
import org.larum.domain.major.MajorCommand;
import org.larum.domain.major.MajorCommand.AddTask;
import org.larum.domain.major.MajorCommand.AssignRole;
import org.larum.domain.major.MajorCommand.AssignTask;
import org.larum.domain.major.MajorCommand.DropTask;
import org.larum.domain.major.MajorCommand.FinishTask;
import org.larum.domain.major.MajorCommand.OpenWarRoom;
import org.larum.domain.major.MajorCommand.PostUpdate;
import org.larum.domain.major.MajorCommand.ReopenTask;
import org.larum.domain.major.MajorCommand.StandDown;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Refusal;
import org.larum.projections.major.MajorView;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The major incident: declared, who does what, where they meet, what is to be done, and what stakeholders hear. */
@RestController
@RequestMapping("/api/incidents/{id}")
public class MajorController {

    private final Door door;
    private final Acting acting;
    private final MajorDesk desk;
    private final People people;
    private final Ids ids;

    public MajorController(Door door, IncidentDesk incidents, MajorDesk desk, People people, Ids ids) {
        this.door = door;
        this.acting = new Acting(door, incidents);
        this.desk = desk;
        this.people = people;
        this.ids = ids;
    }

    public record MajorReason(@Nullable String reason) {}

    /** {@code role}: commander, communications or scribe; {@code person}: by word or id, null leaves nobody in it. */
    public record RoleWish(@Nullable String role, @Nullable String person) {}

    public record WarRoomWish(@Nullable String link) {}

    /** {@code text}: plain text, at most 4,000 characters; {@code nextInMinutes}: 5 to 1440, or as often as before when null. */
    public record UpdateWish(
            @Nullable String text, @Nullable Integer nextInMinutes) {}

    public record TaskWish(@Nullable String text, @Nullable String person) {}

    /** {@code person}: by word or id, null gives it to nobody. */
    public record TaskAssignment(@Nullable String person) {}

    @GetMapping("/major")
    @Permit(Permission.RESPOND)
    public Mono<MajorView> majorIncident(
            @PathVariable String id, @RequestParam(required = false) @Nullable Long atLeast) {
        return door.go(() -> desk.one(Acting.id(id), atLeast));
    }

    @GetMapping("/major/preview")
    @Permit(Permission.RESPOND)
    public Mono<MajorPreview> preview(@PathVariable String id) {
        return door.go(() -> desk.preview(Acting.id(id)));
    }

    @PostMapping("/declare-major")
    @Permit(Permission.RESPOND)
    public Mono<MajorActed> declareMajor(@PathVariable String id, @RequestBody MajorReason body) {
        return acting.write(
                id,
                "declare-major/" + body,
                (who, write) -> desk.declare(Acting.id(id), Said.reason(body.reason()), who.actor(), write));
    }

    @PostMapping("/stand-down")
    @Permit(Permission.RESPOND)
    public Mono<MajorActed> standDown(@PathVariable String id, @RequestBody MajorReason body) {
        return act(
                id,
                "stand-down/" + body,
                (who, at) -> new StandDown(major(id), Said.reason(body.reason()), who.actor(), at));
    }

    @PostMapping("/roles")
    @Permit(Permission.RESPOND)
    public Mono<MajorActed> role(@PathVariable String id, @RequestBody RoleWish body) {
        return act(
                id,
                "roles/" + body,
                (who, at) -> new AssignRole(major(id), Said.role(body.role()), person(body.person()), who.actor(), at));
    }

    @PostMapping("/war-room")
    @Permit(Permission.RESPOND)
    public Mono<MajorActed> warRoom(@PathVariable String id, @RequestBody WarRoomWish body) {
        return act(
                id,
                "war-room/" + body,
                (who, at) -> new OpenWarRoom(major(id), Said.web(body.link(), "link"), who.actor(), at));
    }

    @PostMapping("/updates")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.RESPOND)
    public Mono<MajorActed> update(@PathVariable String id, @RequestBody UpdateWish body) {
        return act(id, "updates/" + body, (who, at) -> {
            var next = body.nextInMinutes() == null ? null : Duration.ofMinutes(body.nextInMinutes());
            return new PostUpdate(major(id), Said.text(body.text(), 4000), next, who.actor(), at);
        });
    }

    @PostMapping("/tasks")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.RESPOND)
    public Mono<MajorActed> task(@PathVariable String id, @RequestBody TaskWish body) {
        var task = ids.next();
        return act(
                id,
                "tasks/" + body,
                (who, at) -> new AddTask(
                        major(id), task, Said.text(body.text(), 300), person(body.person()), who.actor(), at));
    }

    @PostMapping("/tasks/{task}/assign")
    @Permit(Permission.RESPOND)
    public Mono<MajorActed> assignTask(
            @PathVariable String id, @PathVariable String task, @RequestBody TaskAssignment body) {
        return act(
                id,
                "tasks/assign/" + task + body,
                (who, at) -> new AssignTask(major(id), task(task), person(body.person()), who.actor(), at));
    }

    @PostMapping("/tasks/{task}/finish")
    @Permit(Permission.RESPOND)
    public Mono<MajorActed> finishTask(@PathVariable String id, @PathVariable String task) {
        return act(id, "tasks/finish/" + task, (who, at) -> new FinishTask(major(id), task(task), who.actor(), at));
    }

    @PostMapping("/tasks/{task}/reopen")
    @Permit(Permission.RESPOND)
    public Mono<MajorActed> reopenTask(@PathVariable String id, @PathVariable String task) {
        return act(id, "tasks/reopen/" + task, (who, at) -> new ReopenTask(major(id), task(task), who.actor(), at));
    }

    @PostMapping("/tasks/{task}/drop")
    @Permit(Permission.RESPOND)
    public Mono<MajorActed> dropTask(@PathVariable String id, @PathVariable String task) {
        return act(id, "tasks/drop/" + task, (who, at) -> new DropTask(major(id), task(task), who.actor(), at));
    }

    private Mono<MajorActed> act(String id, String what, BiFunction<Who, Instant, MajorCommand> wish) {
        return acting.write(id, what, (who, write) -> desk.act(Acting.id(id), write, at -> wish.apply(who, at)));
    }

    private @Nullable PersonId person(@Nullable String text) {
        return text == null ? null : people.find(text);
    }

    private static UUID task(String text) {
        var id = Asking.uuid(text);
        if (id == null) {
            throw new Refusal(
                    Refusal.Kind.NOT_FOUND,
                    "no_such_task",
                    "\"" + text + "\" is not the id of a task. They are listed at /api/incidents/{id}/major.");
        }
        return id;
    }
}
