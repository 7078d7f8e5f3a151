package org.larum.app.api.why;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.larum.app.api.Asking;
import org.larum.app.bus.Door;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.app.why.WhyDesk;
import org.larum.app.why.WhyStep;
import org.larum.domain.directory.PersonId;
import org.larum.domain.shared.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The chain of decisions behind an alert and behind an incident. */
@RestController
public class WhyController {

    private final Door door;
    private final WhyDesk desk;

    public WhyController(Door door, WhyDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    /** In the order in which it was decided. */
    public record Why(List<WhyStep> steps) {}

    @GetMapping("/api/alerts/{id}/why")
    @Permit(Permission.RESPOND)
    public Mono<Why> alert(@PathVariable String id) {
        return why(id, "alert", desk::alert);
    }

    @GetMapping("/api/incidents/{id}/why")
    @Permit(Permission.RESPOND)
    public Mono<Why> incident(@PathVariable String id) {
        return why(id, "incident", desk::incident);
    }

    /** Why a person was asked, or was not; {@code word}: of the person. */
    @GetMapping("/api/incidents/{id}/why/{word}")
    @Permit(Permission.RESPOND)
    public Mono<Why> person(@PathVariable String id, @PathVariable String word) {
        return why(id, "incident", incident -> desk.person(incident, PersonId.of(word)));
    }

    private Mono<Why> why(String text, String what, Function<UUID, List<WhyStep>> steps) {
        return door.go(() -> {
            var id = Asking.uuid(text);
            List<WhyStep> found = id == null ? List.of() : steps.apply(id);
            if (found.isEmpty()) {
                throw new Refusal(
                        Refusal.Kind.NOT_FOUND,
                        "no_such_" + what,
                        "\"" + text + "\" is not the id of an " + what + ". The list is at /api/" + what + "s.");
            }
            return new Why(found);
        });
    }
}
