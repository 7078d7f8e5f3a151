package org.larum.app.postmortem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.bus.Commands;
import org.larum.app.eventstore.EventLog;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.Definition.Service;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.incident.IncidentEvent.AlertsJoined;
import org.larum.domain.incident.IncidentEvent.ImpactStartCorrected;
import org.larum.domain.incident.IncidentEvent.IncidentAcknowledged;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentReopened;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.incident.IncidentEvent.ResolutionWithdrawn;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.postmortem.PostmortemCommand.DraftPostmortem;
import org.larum.domain.postmortem.PostmortemDraft;
import org.larum.domain.postmortem.PostmortemDraft.Entry;
import org.larum.domain.postmortem.PostmortemDraft.Facts;
import org.larum.domain.postmortem.PostmortemEvent.PostmortemAsked;
import org.larum.domain.postmortem.PostmortemId;
import org.larum.domain.shared.Time;
import org.larum.projections.shared.Page.Asked;
import org.larum.projections.timeline.TimelineAnswers;
import org.larum.projections.timeline.TimelineQuery.Timeline;

/** Makes the draft that is wanted, of the log and of the timeline as far as it is read. Whether it is taken the review decides. Blocking. */
public final class Drafting {

    private static final int PAGE = 1000;

    /** A storm's timeline is longer; how it began is what a draft tells of it. */
    private static final int MOST = 5000;

    private final Commands commands;
    private final EventLog log;
    private final TimelineAnswers timelines;
    private final RuleBook rules;
    private final Time time;

    /** @param timelines that name people by their words: a draft goes into an event */
    public Drafting(Commands commands, EventLog log, TimelineAnswers timelines, RuleBook rules, Time time) {
        this.commands = commands;
        this.log = log;
        this.timelines = timelines;
        this.rules = rules;
        this.time = time;
    }

    public void draft(IncidentId incident) {
        asked(incident).ifPresent(asked -> {
            var text = PostmortemDraft.of(facts(asked), timeline(incident));
            commands.send(new DraftPostmortem(
                    asked.postmortem(), asked.round(), asked.about().title(), text, time.now()));
        });
    }

    private Optional<PostmortemAsked> asked(IncidentId incident) {
        return events(PostmortemId.of(incident).value())
                .filter(PostmortemAsked.class::isInstance)
                .map(PostmortemAsked.class::cast)
                .reduce((first, last) -> last);
    }

    private Facts facts(PostmortemAsked asked) {
        Instant began = asked.at();
        Instant answered = null;
        Instant resolved = null;
        long alerts = 1;
        for (var event : events(asked.incident().value()).toList()) {
            began = switch (event) {
                case IncidentOpened e -> e.at();
                case ImpactStartCorrected e -> e.began();
                default -> began;
            };
            answered = answered == null && event instanceof IncidentAcknowledged e ? e.at() : answered;
            resolved = resolved(event, resolved);
            alerts += event instanceof AlertsJoined e ? e.alerts().size() : 0;
        }
        var about = asked.about();
        var service = rules.now().service(about.service());
        return new Facts(
                service.map(Service::name).orElse("A service"),
                about.severity(),
                asked.cause(),
                began,
                answered,
                resolved,
                alerts,
                worth(about.service()));
    }

    private static @Nullable Instant resolved(Object event, @Nullable Instant before) {
        return switch (event) {
            case IncidentResolved e -> e.at();
            case IncidentReopened e -> null;
            case ResolutionWithdrawn e -> null;
            default -> before;
        };
    }

    /** What is known of the service; whether all of it was hit people say. */
    private List<String> worth(ServiceId id) {
        return rules.now().service(id).stream()
                .flatMap(service -> {
                    var users = service.value().users();
                    var process = service.value().process();
                    return Stream.of(
                                    Optional.ofNullable(users)
                                            .map(count -> "%,d people use %s.".formatted(count, service.name())),
                                    Optional.ofNullable(process).map(name -> "Without it, \"" + name + "\" stops."))
                            .flatMap(Optional::stream);
                })
                .toList();
    }

    private List<Entry> timeline(IncidentId incident) {
        var entries = new ArrayList<Entry>();
        @Nullable String after = null;
        do {
            var page = timelines.answer(new Timeline(incident.value(), Set.of(), new Asked(PAGE, after)));
            page.items().forEach(one -> entries.add(new Entry(one.index(), one.at(), one.kind(), one.sentence())));
            after = page.next();
        } while (after != null && entries.size() < MOST);
        return entries;
    }

    private Stream<Object> events(UUID aggregate) {
        return log.readEvents(aggregate.toString(), 0).asStream().map(message -> message.getPayload());
    }
}
