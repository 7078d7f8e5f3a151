package org.larum.app.api.context;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.catalogue.Surroundings;
import org.larum.app.api.context.ContextView.Book;
import org.larum.app.api.context.ContextView.Guide;
import org.larum.app.api.context.ContextView.Recent;
import org.larum.app.api.context.ContextView.Surrounding;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.Definition.Service;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.shared.Time;
import org.larum.projections.change.ChangeAnswers;
import org.larum.projections.change.ChangeQuery.Changes;
import org.larum.projections.change.ChangeView;
import org.larum.projections.incident.HealthAnswers;
import org.larum.projections.incident.HealthQuery.Involved;
import org.larum.projections.incident.IncidentView;
import org.larum.projections.incident.SimilarAnswers;
import org.larum.projections.incident.SimilarQuery.Similar;
import org.larum.projections.incident.SimilarView;
import org.larum.projections.postmortem.KnowledgeView;
import org.larum.projections.postmortem.PostmortemAnswers;
import org.larum.projections.postmortem.PostmortemQuery.KnownFor;
import org.larum.projections.shared.Named;
import org.larum.projections.shared.Page.Asked;
import org.larum.projections.shared.Scope;
import org.larum.projections.timeline.TimelineAnswers;
import org.larum.projections.timeline.TimelineQuery.LastNotes;
import org.larum.projections.timeline.TimelineView;

/** Puts together what stands around an incident. Blocking, for half a second at most. */
final class ContextDesk implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final Duration BEFORE = Duration.ofHours(24);

    /** A few contexts at once; each takes five connections for a moment. */
    private static final int AT_ONCE = 10;

    private static final int MOST_SERVICES = 200;
    private static final int MOST_CHANGES = 20;
    private static final int LONGEST_NOTE = 300;

    private final Parts parts = new Parts(AT_ONCE, LIMIT);
    private final RuleBook rules;
    private final Surroundings surroundings;
    private final HealthAnswers healths;
    private final ChangeAnswers changes;
    private final SimilarAnswers similar;
    private final TimelineAnswers timelines;
    private final PostmortemAnswers postmortems;
    private final Time time;

    public ContextDesk(
            RuleBook rules,
            Surroundings surroundings,
            HealthAnswers healths,
            ChangeAnswers changes,
            SimilarAnswers similar,
            TimelineAnswers timelines,
            PostmortemAnswers postmortems,
            Time time) {
        this.rules = rules;
        this.surroundings = surroundings;
        this.healths = healths;
        this.changes = changes;
        this.similar = similar;
        this.timelines = timelines;
        this.postmortems = postmortems;
        this.time = time;
    }

    ContextView around(IncidentView incident, Scope scope) {
        var gathering = parts.gathering();
        var impact = gathering.part("impact", () -> impact(incident, scope));
        var related = gathering.part("related", () -> related(incident, scope));
        var recent = gathering.part("changes", () -> recent(incident, scope));
        var alike = gathering.part("similar", () -> alike(incident, scope));
        var guide = gathering.part("guide", () -> guide(incident));
        var same = gathering.take(alike);
        return new ContextView(
                incident.id(),
                gathering.take(impact),
                gathering.take(related),
                gathering.take(recent),
                same == null ? null : same.incidents(),
                same == null ? null : same.known(),
                gathering.take(guide),
                gathering.missing());
    }

    private ImpactView impact(IncidentView incident, Scope scope) {
        return ImpactView.of(described(involved(incident, scope)), began(incident), incident.resolvedAt(), time.now());
    }

    private static Instant began(IncidentView incident) {
        var began = incident.impactBegan();
        return began == null ? incident.openedAt() : began;
    }

    private Set<ServiceId> involved(IncidentView incident, Scope scope) {
        var found = healths.answer(new Involved(incident.id(), scope, MOST_SERVICES)).stream()
                .map(ServiceId::new)
                .collect(Collectors.toCollection(HashSet::new));
        found.add(new ServiceId(incident.service().id()));
        return found;
    }

    private List<Service> described(Set<ServiceId> services) {
        var directory = rules.now();
        return services.stream()
                .flatMap(id -> directory.service(id).stream())
                .sorted((a, b) -> a.word().compareTo(b.word()))
                .toList();
    }

    private Surrounding related(IncidentView incident, Scope scope) {
        var of = new HashSet<>(Set.of(new ServiceId(incident.service().id())));
        var root = incident.root();
        if (root != null) {
            of.add(new ServiceId(root.id()));
        }
        return new Surrounding(surroundings.needs(of, scope), surroundings.neededBy(of, scope));
    }

    private Recent recent(IncidentView incident, Scope scope) {
        var graph = rules.now().services();
        var services = involved(incident, scope).stream()
                .flatMap(one -> Stream.concat(Stream.of(one), graph.below(one).stream()))
                .map(ServiceId::value)
                .collect(Collectors.toSet());
        var from = began(incident).minus(BEFORE);
        // What was changed after its end has nothing to do with it.
        var page = changes.answer(
                new Changes(services, from, incident.resolvedAt(), scope, new Asked(MOST_CHANGES, null)));
        return new Recent(page.items(), page.next() != null);
    }

    /** The changes that may have to do with it, the newest 20 of them. */
    List<ChangeView> changes(IncidentView incident, Scope scope) {
        return recent(incident, scope).items();
    }

    /** What happened before, and what was learned from it. */
    private record Before(List<SimilarView> incidents, List<KnowledgeView> known) {}

    private Before alike(IncidentView incident, Scope scope) {
        var found = similar.answer(new Similar(incident.id(), scope));
        var ended = found.stream()
                .filter(one -> one.ended() != null)
                .map(SimilarView::id)
                .collect(Collectors.toSet());
        var notes = timelines.answer(new LastNotes(ended));
        var known = postmortems.answer(
                new KnownFor(incident.id(), ended, incident.service().id(), incident.title()));
        return new Before(
                found.stream().map(one -> one.noted(shortened(notes, one.id()))).toList(), known);
    }

    private static @Nullable String shortened(Map<UUID, TimelineView> notes, UUID incident) {
        var note = notes.get(incident);
        if (note == null) {
            return null;
        }
        var text = note.sentence();
        return text.length() <= LONGEST_NOTE ? text : text.substring(0, LONGEST_NOTE) + " …";
    }

    private Guide guide(IncidentView incident) {
        var services = new LinkedHashSet<ServiceId>();
        var root = incident.root();
        if (root != null) {
            services.add(new ServiceId(root.id()));
        }
        services.add(new ServiceId(incident.service().id()));
        var directory = rules.now();
        var books = new ArrayList<Book>();
        for (var id : services) {
            directory.service(id).ifPresent(service -> books.add(book(service)));
        }
        return new Guide(List.copyOf(books));
    }

    private static Book book(Service service) {
        var links = service.value().links();
        return new Book(
                new Named(service.id().value(), service.word(), service.name()),
                service.runbook(),
                links == null ? List.of() : links);
    }

    @Override
    public void close() {
        parts.close();
    }
}
