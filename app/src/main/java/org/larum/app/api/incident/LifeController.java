package org.larum.app.api.incident;

import static org.larum.app.api.incident.Acting.incident;

import org.jspecify.annotations.Nullable;
import org.larum.app.api.incident.IncidentDesk.Acted;
import org.larum.app.bus.Door;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.app.security.Who;
import org.larum.domain.directory.PersonId;
import org.larum.domain.incident.EscalationCause;
import org.larum.domain.incident.IncidentCommand.AssignIncident;
import org.larum.domain.incident.IncidentCommand.ChangeSeverity;
import org.larum.domain.incident.IncidentCommand.CorrectImpactStart;
import org.larum.domain.incident.IncidentCommand.EndSnooze;
import org.larum.domain.incident.IncidentCommand.EscalateIncident;
import org.larum.domain.incident.IncidentCommand.HandOverIncident;
import org.larum.domain.incident.IncidentCommand.MitigateIncident;
import org.larum.domain.incident.IncidentCommand.OverridePriority;
import org.larum.domain.incident.IncidentCommand.SnoozeIncident;
import org.larum.domain.incident.IncidentCommand.TakeIncident;
import org.larum.domain.shared.Refusal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who has an incident, how long it may wait, and what people know better than its detections. */
@RestController
@RequestMapping("/api/incidents/{id}")
public class LifeController {

    private final Acting acting;
    private final People people;

    public LifeController(Door door, IncidentDesk desk, People people) {
        this.acting = new Acting(door, desk);
        this.people = people;
    }

    /** {@code person}: a person by word or id; null takes the assignment back. */
    public record Assignment(@Nullable String person) {}

    public record HandOver(@Nullable String to, @Nullable String note) {}

    /** {@code until}: at most 7 days ahead. */
    public record Snoozing(@Nullable String until, @Nullable String reason) {}

    public record Judgement(
            @Nullable String severity, @Nullable String reason) {}

    /** {@code priority}: P1 to P5; null leaves it to Larum. */
    public record Urgency(
            @Nullable String priority, @Nullable String reason) {}

    /** {@code began}: since when users felt it. */
    public record Impact(@Nullable String began, @Nullable String reason) {}

    @PostMapping("/take")
    @Permit(Permission.RESPOND)
    public Mono<Acted> take(@PathVariable String id) {
        return acting.act(id, "take", (who, at) -> new TakeIncident(incident(id), me(who), who.via(), at));
    }

    @PostMapping("/assign")
    @Permit(Permission.RESPOND)
    public Mono<Acted> assign(@PathVariable String id, @RequestBody Assignment body) {
        return acting.act(id, "assign/" + body.person(), (who, at) -> {
            var to = body.person() == null ? null : people.find(body.person());
            return new AssignIncident(incident(id), to, who.actor(), at);
        });
    }

    @PostMapping("/hand-over")
    @Permit(Permission.RESPOND)
    public Mono<Acted> handOver(@PathVariable String id, @RequestBody HandOver body) {
        return acting.act(id, "hand-over/" + body, (who, at) -> {
            var note = Said.note(body.note());
            return new HandOverIncident(incident(id), me(who), people.find(body.to()), note, at);
        });
    }

    @PostMapping("/mitigate")
    @Permit(Permission.RESPOND)
    public Mono<Acted> mitigate(@PathVariable String id) {
        return acting.act(id, "mitigate", (who, at) -> new MitigateIncident(incident(id), who.actor(), who.via(), at));
    }

    /** {@code customer}: a customer has complained, which is told as the reason. */
    public record Escalating(
            @Nullable String reason, @Nullable Boolean customer) {}

    /** Asks the next one at once; when nobody is being asked, those above the first step. */
    @PostMapping("/escalate")
    @Permit(Permission.RESPOND)
    public Mono<Acted> escalate(@PathVariable String id, @RequestBody Escalating body) {
        return acting.act(id, "escalate/" + body, (who, at) -> {
            boolean isCustomer = Boolean.TRUE.equals(body.customer());
            var cause = isCustomer ? EscalationCause.CUSTOMER : EscalationCause.BY_HAND;
            var reason = isCustomer ? Said.reason(body.reason()) : Said.note(body.reason());
            return new EscalateIncident(incident(id), cause, reason, who.actor(), at);
        });
    }

    @PostMapping("/snooze")
    @Permit(Permission.RESPOND)
    public Mono<Acted> snooze(@PathVariable String id, @RequestBody Snoozing body) {
        return acting.act(id, "snooze/" + body, (who, at) -> {
            var until = Said.moment(body.until(), "until");
            return new SnoozeIncident(incident(id), until, Said.reason(body.reason()), who.actor(), at);
        });
    }

    @PostMapping("/unsnooze")
    @Permit(Permission.RESPOND)
    public Mono<Acted> unsnooze(@PathVariable String id) {
        return acting.act(id, "unsnooze", (who, at) -> new EndSnooze(incident(id), who.actor(), at));
    }

    @PostMapping("/severity")
    @Permit(Permission.RESPOND)
    public Mono<Acted> severity(@PathVariable String id, @RequestBody Judgement body) {
        return acting.act(id, "severity/" + body, (who, at) -> {
            var severity = Said.severity(body.severity());
            return new ChangeSeverity(incident(id), severity, Said.reason(body.reason()), who.actor(), at);
        });
    }

    @PostMapping("/priority")
    @Permit(Permission.RESPOND)
    public Mono<Acted> priority(@PathVariable String id, @RequestBody Urgency body) {
        return acting.act(id, "priority/" + body, (who, at) -> {
            var priority = Said.priority(body.priority());
            return new OverridePriority(incident(id), priority, Said.reason(body.reason()), who.actor(), at);
        });
    }

    @PostMapping("/impact")
    @Permit(Permission.RESPOND)
    public Mono<Acted> impact(@PathVariable String id, @RequestBody Impact body) {
        return acting.act(id, "impact/" + body, (who, at) -> {
            var began = Said.past(body.began(), "began", at);
            return new CorrectImpactStart(incident(id), began, Said.reason(body.reason()), who.actor(), at);
        });
    }

    /** A token of automation has nobody's hands. */
    private static PersonId me(Who who) {
        var person = who.person();
        if (person == null) {
            throw new Refusal(
                    Refusal.Kind.FORBIDDEN,
                    "not_a_person",
                    "Only a person can have an incident. Nothing was changed. Use a person's token, or assign it to somebody.");
        }
        return person;
    }
}
