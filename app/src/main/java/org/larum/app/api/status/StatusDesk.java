package org.larum.app.api.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.eventstore.EventLog;
import org.larum.app.eventstore.Published;
import org.larum.app.processing.Freshness;
import org.larum.app.processing.NotShownYet;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.domain.status.ComponentId;
import org.larum.domain.status.StatusCommand;
import org.larum.projections.shared.Named;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page;
import org.larum.projections.shared.Page.Asked;
import org.larum.projections.status.ComponentView;
import org.larum.projections.status.NoticeView;
import org.larum.projections.status.StatusAnswers;
import org.larum.projections.status.StatusQuery.Components;
import org.larum.projections.status.StatusQuery.OneNotice;

/** What people do to the status page: one unit of work, then the notice or the component as it stands. Blocking. */
public final class StatusDesk {

    private final Commands commands;
    private final Idempotency idempotency;
    private final EventLog log;
    private final Freshness freshness;
    private final StatusAnswers answers;
    private final RuleBook rules;
    private final Names names;
    private final Time time;

    public StatusDesk(
            Commands commands,
            Idempotency idempotency,
            EventLog log,
            Freshness freshness,
            StatusAnswers answers,
            RuleBook rules,
            Names names,
            Time time) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.log = log;
        this.freshness = freshness;
        this.answers = answers;
        this.rules = rules;
        this.names = names;
        this.time = time;
    }

    /** {@code changed}: false when it was so already. {@code index}: the newest event of the notice. */
    public record NoticeActed(NoticeView notice, boolean changed, long index) {}

    /** A service of the catalogue, and what is chosen for it; null while nothing ever was. */
    public record ServiceOnPage(Named service, @Nullable ComponentView component) {}

    public record ComponentActed(ServiceOnPage entry, boolean changed, long index) {}

    private record Outcome(UUID target, boolean changed) {}

    NoticeReader reader() {
        var known = rules.now();
        return new NoticeReader(service -> known.service(service).isPresent());
    }

    IncidentId incident(@Nullable UUID id) {
        if (id == null || log.headOf(id.toString()) < 0) {
            throw new Refusal(
                    Refusal.Kind.NOT_FOUND,
                    "no_such_incident",
                    "There is no incident with this id. Nothing was published.");
        }
        return new IncidentId(id);
    }

    void refuseUnlessThereIs(UUID notice) {
        if (log.headOf(notice.toString()) < 0) {
            throw unknown();
        }
    }

    /** @param wish makes the command, given the present moment */
    NoticeActed act(Write write, Function<Instant, ? extends StatusCommand> wish) {
        var outcome = decide(write, wish);
        long index = log.headOf(outcome.target().toString());
        return new NoticeActed(notice(outcome.target(), index), outcome.changed(), index);
    }

    ComponentActed choose(ServiceId service, Write write, Function<Instant, ? extends StatusCommand> wish) {
        var outcome = decide(write, wish);
        long index = log.headOf(outcome.target().toString());
        freshness.await("status", index);
        return new ComponentActed(
                onPage(List.of(names.service(service.value()))).getFirst(), outcome.changed(), index);
    }

    /** A service that was shown at some time, in use or not. */
    ServiceId shown(String word) {
        var id = Asking.service(word);
        if (id == null || log.headOf(ComponentId.of(new ServiceId(id)).toString()) < 0) {
            throw new Refusal(
                    Refusal.Kind.NOT_FOUND,
                    "no_such_component",
                    "\"" + word + "\" was never shown. Nothing was changed. The list is at /api/status/components.");
        }
        return new ServiceId(id);
    }

    private Outcome decide(Write write, Function<Instant, ? extends StatusCommand> wish) {
        return commands.inOneUnit(() -> idempotency.once(write, Outcome.class, () -> {
            var command = wish.apply(time.now());
            commands.within(Map.of(), command);
            return new Outcome(command.target(), !Published.here().all().isEmpty());
        }));
    }

    NoticeView notice(UUID notice, @Nullable Long atLeast) {
        freshness.await("status", atLeast);
        return answers.answer(new OneNotice(notice))
                .orElseThrow(() -> NotShownYet.or(log.headOf(notice.toString()), unknown()));
    }

    private static Refusal unknown() {
        return new Refusal(
                Refusal.Kind.NOT_FOUND,
                "no_such_notice",
                "There is no notice with this id. The list is at /api/status/notices.");
    }

    /** Every service in use, and every other that is still shown, by word. */
    Page<ServiceOnPage> services(boolean isShownOnly, Asked asked) {
        var last = word(asked.after());
        var shown = answers.shownServices().stream();
        var found = (isShownOnly ? shown : Stream.concat(shown, inUse()))
                .distinct()
                .map(names::service)
                .filter(service -> last == null || service.word().compareTo(last) > 0)
                .sorted(Comparator.comparing(Named::word))
                .limit(asked.limit() + 1L)
                .toList();
        var items = onPage(found.stream().limit(asked.limit()).toList());
        return new Page<>(items, found.size() > asked.limit() ? cursor(items) : null);
    }

    private Stream<UUID> inUse() {
        return rules.inUse()
                .map(RuleBook.Version::definition)
                .filter(Definition.Service.class::isInstance)
                .map(service -> service.id().value());
    }

    private List<ServiceOnPage> onPage(List<Named> services) {
        Set<UUID> ids = services.stream().map(Named::id).collect(Collectors.toSet());
        var chosen = answers.answer(new Components(ids));
        return services.stream()
                .map(service -> new ServiceOnPage(service, chosen.get(service.id())))
                .toList();
    }

    private static String cursor(List<ServiceOnPage> items) {
        var word = items.getLast().service().word();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(word.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String word(@Nullable String cursor) {
        try {
            return cursor == null ? null : new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.INVALID, "bad_cursor", "\"after\" is not a cursor of this list.");
        }
    }
}
