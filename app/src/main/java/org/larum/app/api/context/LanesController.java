package org.larum.app.api.context;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.incident.IncidentDesk;
import org.larum.app.bus.Door;
import org.larum.app.processing.Freshness;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.shared.Refusal;
import org.larum.projections.change.ChangeView;
import org.larum.projections.incident.IncidentView;
import org.larum.projections.timeline.LanesView;
import org.larum.projections.timeline.LanesView.Lane;
import org.larum.projections.timeline.LanesView.Mark;
import org.larum.projections.timeline.TimelineAnswers;
import org.larum.projections.timeline.TimelineQuery.Lanes;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What happened in an incident, side by side: its alerts, who was told, what people did, and what was changed. */
@RestController
public class LanesController {

    private static final int USUAL = 120;
    private static final int MOST = 400;

    private final Door door;
    private final IncidentDesk incidents;
    private final TimelineAnswers timelines;
    private final ContextDesk context;
    private final Freshness freshness;

    public LanesController(
            Door door, IncidentDesk incidents, TimelineAnswers timelines, ContextDesk context, Freshness freshness) {
        this.door = door;
        this.incidents = incidents;
        this.timelines = timelines;
        this.context = context;
        this.freshness = freshness;
    }

    /** For people and their tokens, since it names who was told. {@code parts}: the axis in so many, 1 to 400. */
    @GetMapping("/api/incidents/{id}/lanes")
    @Permit(Permission.RESPOND)
    public Mono<LanesView> lanes(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable Integer parts,
            @RequestParam(required = false) @Nullable Long atLeast) {
        return Callers.current()
                .flatMap(who -> door.go(() -> {
                    var incident = incidents.one(id, who.scope(), null);
                    freshness.await("timeline", atLeast);
                    var asked = new Lanes(
                            incident.id(), Asking.moment(from, "from"), Asking.moment(until, "until"), parts(parts));
                    var told = timelines.answer(asked).orElseGet(() -> nothing(incident));
                    return with(told, context.changes(incident, who.scope()), from == null);
                }));
    }

    private static int parts(@Nullable Integer parts) {
        int wanted = parts == null ? USUAL : parts;
        if (wanted < 1 || wanted > MOST) {
            throw new Refusal(
                    Refusal.Kind.INVALID, "bad_parts", "\"parts\" is " + wanted + "; write a number from 1 to 400.");
        }
        return wanted;
    }

    private static LanesView nothing(IncidentView incident) {
        var at = incident.openedAt();
        return new LanesView(at, at.plusSeconds(1), 1000, List.of());
    }

    /** What was changed in the catalogue stands beside what changed of the incident; on the whole axis also what came before. */
    private static LanesView with(LanesView told, List<ChangeView> changes, boolean isWhole) {
        var marks = changes.stream()
                .filter(one ->
                        !one.at().isAfter(told.until()) && (isWhole || !one.at().isBefore(told.from())))
                .map(LanesController::mark)
                .toList();
        return new LanesView(
                told.from(),
                told.until(),
                told.partMillis(),
                told.lanes().stream()
                        .map(lane -> lane.lane().equals("changes") ? with(lane, marks) : lane)
                        .toList());
    }

    private static Lane with(Lane lane, List<Mark> changes) {
        var all = Stream.concat(lane.marks().stream(), changes.stream())
                .sorted(Comparator.comparing(Mark::at))
                .toList();
        return new Lane(lane.lane(), lane.total() + changes.size(), all);
    }

    private static Mark mark(ChangeView change) {
        return new Mark(
                change.at(),
                change.at(),
                1,
                "change",
                change.service().name() + " was changed: " + change.summary(),
                change.source(),
                null);
    }
}
