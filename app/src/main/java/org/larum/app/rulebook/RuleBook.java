package org.larum.app.rulebook;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.larum.app.eventstore.Log;
import org.larum.app.eventstore.LogOfThought;
import org.larum.domain.directory.ChannelId;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Devices;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.DirectoryEvent.AdministratorAppointed;
import org.larum.domain.directory.DirectoryEvent.Defined;
import org.larum.domain.directory.DirectoryEvent.DeviceRegistered;
import org.larum.domain.directory.DirectoryEvent.OfDevice;
import org.larum.domain.directory.DirectoryEvent.Retired;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.directory.MajorRuleId;
import org.larum.domain.directory.MessageTemplate;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.PolicyId;
import org.larum.domain.directory.Rule;
import org.larum.domain.directory.RuleId;
import org.larum.domain.directory.Schedule;
import org.larum.domain.directory.Schedule.ShiftOverride;
import org.larum.domain.directory.ScheduleId;
import org.larum.domain.directory.ServiceGraph;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.directory.SlaRuleId;
import org.larum.domain.directory.TeamId;
import org.larum.domain.schedule.Agreements;
import org.larum.domain.schedule.OnCallCalendar;
import org.larum.domain.schedule.OnCallHistory;
import org.larum.domain.schedule.ScheduleEvent;
import org.larum.domain.schedule.Stretch;
import org.larum.domain.shared.ChannelKind;

/**
 * The organisation in all its versions, folded from the log on each node. A decision reads it as of the event that asks, so that
 * it can be explained and replayed; a request reads it as of now.
 */
public final class RuleBook {

    public static final ChannelId EMAIL = ChannelId.of("email");
    public static final ChannelId TWILIO = ChannelId.of("twilio");
    public static final ChannelId SMS = ChannelId.of("sms");
    public static final ChannelId TEMPLATES = ChannelId.of("templates");
    public static final ChannelId LIMITS = ChannelId.of("limits");
    public static final ChannelId SLACK = ChannelId.of("slack");

    /** The sender of what people page others for in Slack. No word of an integration has a space. */
    public static final IntegrationId IN_SLACK = IntegrationId.of("in slack");

    private static final int PAGE = 1000;

    /** What an entry was from an index on. */
    public record Version(Definition definition, int number, String origin, boolean isRetired, Instant since) {}

    private final Log log;
    private final Map<UUID, NavigableMap<Long, Version>> entries = new ConcurrentHashMap<>();
    private final Map<String, UUID> keys = new ConcurrentHashMap<>();
    private final Map<PersonId, Long> appointed = new ConcurrentHashMap<>();
    private final Agreements agreements = new Agreements();
    private final Devices devices = new Devices();
    /** Where the organisation changed, and what is worked out of it there. Most decisions are made as of the newest few. */
    private final NavigableMap<Long, Known> states = new ConcurrentSkipListMap<>();

    private long read = -1;
    private volatile long known = -1;

    public RuleBook(Log log) {
        this.log = log;
    }

    /** An organisation that is only thought up: each definition in its first version. */
    public static Directory thoughtUp(List<? extends Definition> definitions) {
        var log = new LogOfThought();
        log.appendEvents(definitions.stream()
                .map(one -> new GenericDomainEventMessage<>(
                        "Entry", one.id().value().toString(), 0, one.defined(1, "file")))
                .toList());
        var book = new RuleBook(log);
        book.catchUp();
        return book.now();
    }

    /** Reads what the log has gained. Whatever is committed before the call is known after it. */
    public synchronized void catchUp() {
        // Index order is commit order: nothing can appear below this head any more.
        long head = log.head();
        while (true) {
            var page = log.configurationAfter(read, PAGE);
            for (var message : page) {
                long index = message.trackingToken().position().orElseThrow();
                evolve(index, message.getPayload(), message.getTimestamp());
                // What was worked out of the state of before is hardly asked for again.
                Optional.ofNullable(states.lastEntry())
                        .ifPresent(last -> last.getValue().forget());
                states.put(index, new Known(index));
                read = index;
            }
            if (page.size() < PAGE) {
                known = Math.max(known, head);
                return;
            }
        }
    }

    private void evolve(long index, Object event, Instant at) {
        switch (event) {
            case Defined e -> {
                var definition = e.definition();
                history(definition.id().value())
                        .put(index, new Version(definition, e.version(), e.origin(), false, at));
                if (definition instanceof Definition.Integration integration) {
                    keys.put(integration.key(), integration.id().value());
                }
            }
            case Retired e ->
                history(e.entry()).compute(index, (place, none) -> {
                    var last = history(e.entry()).lowerEntry(index);
                    return last == null
                            ? none
                            : new Version(
                                    last.getValue().definition(),
                                    last.getValue().number(),
                                    e.origin(),
                                    true,
                                    at);
                });
            case AdministratorAppointed e -> appointed.putIfAbsent(e.person(), index);
            case OfDevice e -> devices.evolve(index, e);
            case ScheduleEvent e -> agreements.evolve(index, e);
            default -> {}
        }
    }

    /** By the definition, or because the set-up link made this person one. */
    public boolean isAdministrator(Definition.Person person) {
        return person.administrator() || appointed.containsKey(person.id());
    }

    private NavigableMap<Long, Version> history(UUID entry) {
        return entries.computeIfAbsent(entry, id -> new ConcurrentSkipListMap<>());
    }

    /** As of an event; waits until this node has read that far. Blocking. */
    public Directory asOf(long index) {
        if (known < index) {
            catchUp();
        }
        var state = states.floorEntry(index);
        return state == null ? new Known(-1) : state.getValue();
    }

    /** As far as this node has read: at most a moment old, and never blocking. */
    public Directory now() {
        var state = states.lastEntry();
        return state == null ? new Known(-1) : state.getValue();
    }

    /** The newest version, also of what is retired. */
    public Optional<Version> latest(UUID entry) {
        var history = entries.get(entry);
        return history == null
                ? Optional.empty()
                : Optional.ofNullable(history.lastEntry()).map(Map.Entry::getValue);
    }

    /** What messages say in the words of the house; empty when it has none. */
    public List<MessageTemplate> templates() {
        return latest(TEMPLATES.value())
                .filter(version -> !version.isRetired())
                .map(Version::definition)
                .filter(Definition.Templates.class::isInstance)
                .map(found -> ((Definition.Templates) found).templates())
                .orElse(List.of());
    }

    /** How much one person is told, where the house has said so. */
    public Optional<Definition.Limits> limits() {
        return latest(LIMITS.value())
                .filter(version -> !version.isRetired())
                .map(Version::definition)
                .filter(Definition.Limits.class::isInstance)
                .map(Definition.Limits.class::cast);
    }

    /** Who was, is and will be on call by a schedule; nobody when there never was one. */
    public OnCallHistory onCall(ScheduleId id) {
        return onCall(id, List.of());
    }

    /** The same, as it would be with more overrides than were agreed on. */
    public OnCallHistory onCall(ScheduleId id, List<ShiftOverride> proposed) {
        return onCall(id, Stream.empty(), proposed);
    }

    /** The same, as it would be if a schedule were saved at an instant that no version is later than. */
    public OnCallHistory onCall(Schedule draft, Instant at) {
        return onCall(draft.id(), Stream.of(new OnCallHistory.Version(at, draft)), List.of());
    }

    private OnCallHistory onCall(ScheduleId id, Stream<OnCallHistory.Version> drafts, List<ShiftOverride> proposed) {
        var history = entries.getOrDefault(id.value(), new ConcurrentSkipListMap<>());
        var saved = history.values().stream()
                .map(version -> new OnCallHistory.Version(
                        version.since(),
                        version.isRetired() || !(version.definition() instanceof Schedule schedule) ? null : schedule));
        var agreed = Stream.concat(overrides(id, Long.MAX_VALUE), proposed.stream());
        return new OnCallHistory(
                Stream.concat(saved, drafts).toList(), agreed.toList(), agreements.away(Long.MAX_VALUE));
    }

    /** Nobody stands in who is no longer there. */
    private Stream<ShiftOverride> overrides(ScheduleId id, long index) {
        return agreements.overrides(id, index).stream().flatMap(one -> {
            var left = left(one.person(), index);
            if (left == null || !left.isBefore(one.until())) {
                return Stream.of(one);
            }
            return left.isAfter(one.from())
                    ? Stream.of(new ShiftOverride(one.person(), one.instead(), one.from(), left, one.agreement()))
                    : Stream.empty();
        });
    }

    /** When a person was taken out of the organisation; null while they are in it. */
    private @Nullable Instant left(PersonId person, long index) {
        var history = entries.get(person.value());
        var last = history == null ? null : history.floorEntry(index);
        return last == null || !last.getValue().isRetired()
                ? null
                : last.getValue().since();
    }

    /** What people agreed on beside the schedules, as far as this node has read. */
    public Agreements agreements() {
        return agreements;
    }

    /** What a schedule is called in the configuration. */
    public String word(ScheduleId id) {
        return latest(id.value()).map(version -> version.definition().word()).orElse(id.toString());
    }

    /** All that is in use now, by word. */
    public Stream<Version> inUse() {
        return entries.values().stream()
                .map(history -> history.lastEntry().getValue())
                .filter(version -> !version.isRetired())
                .sorted(Comparator.comparing(version -> version.definition().word()));
    }

    /** The integration whose key has this fingerprint, if it is in use. */
    public Optional<Definition.Integration> integration(String fingerprint) {
        return Optional.ofNullable(keys.get(fingerprint))
                .flatMap(this::latest)
                .filter(version -> !version.isRetired())
                .map(version -> (Definition.Integration) version.definition())
                .filter(integration -> integration.key().equals(fingerprint));
    }

    private final class Known implements Directory {

        private final long index;

        /** Worked out when it is first asked for: a storm asks the same thousands of times. */
        private final Map<Class<?>, List<? extends Rule>> rules = new ConcurrentHashMap<>();

        private final Map<ScheduleId, OnCallCalendar> calendars = new ConcurrentHashMap<>();

        private volatile @Nullable ServiceGraph graph;

        Known(long index) {
            this.index = index;
        }

        void forget() {
            rules.clear();
            calendars.clear();
            graph = null;
        }

        private Optional<Version> version(UUID id) {
            var history = entries.get(id);
            return history == null
                    ? Optional.empty()
                    : Optional.ofNullable(history.floorEntry(index))
                            .map(Map.Entry::getValue)
                            .filter(version -> !version.isRetired());
        }

        private <T> Optional<T> find(UUID id, Class<T> type) {
            return version(id).map(Version::definition).filter(type::isInstance).map(type::cast);
        }

        private <T> Stream<T> all(Class<T> type) {
            return entries.keySet().stream().flatMap(id -> find(id, type).stream());
        }

        @Override
        public Optional<Definition.Person> person(PersonId id) {
            return find(id.value(), Definition.Person.class);
        }

        @Override
        public Optional<Definition.Team> team(TeamId id) {
            return find(id.value(), Definition.Team.class);
        }

        @Override
        public Optional<Definition.Service> service(ServiceId id) {
            return find(id.value(), Definition.Service.class);
        }

        @Override
        public Optional<Definition.Policy> policy(PolicyId id) {
            return find(id.value(), Definition.Policy.class);
        }

        @Override
        public int policyVersion(PolicyId id) {
            return version(id.value()).map(Version::number).orElse(0);
        }

        @Override
        public int scheduleVersion(ScheduleId id) {
            return version(id.value()).map(Version::number).orElse(0);
        }

        @Override
        @SuppressWarnings("unchecked") // what is kept under a class is of it
        public <R extends Rule> List<R> rules(Class<R> kind) {
            return (List<R>) rules.computeIfAbsent(
                    kind,
                    none -> all(kind)
                            .sorted(Comparator.comparingInt(Rule::order).thenComparing(Rule::word))
                            .toList());
        }

        @Override
        public int version(RuleId id) {
            return version(id.value()).map(Version::number).orElse(0);
        }

        @Override
        public List<Duty> onCall(ScheduleId id, Instant at) {
            return find(id.value(), Schedule.class)
                    .map(schedule -> calendars.computeIfAbsent(id, none -> calendar(schedule)))
                    .map(calendar -> calendar.within(new Stretch(at, at.plusNanos(1))).stream()
                            .map(shift -> new Duty(shift.person(), shift.layer(), shift.insteadOf()))
                            .toList())
                    .orElse(List.of());
        }

        private OnCallCalendar calendar(Schedule schedule) {
            return new OnCallCalendar(schedule, overrides(schedule.id(), index).toList(), agreements.away(index));
        }

        @Override
        public boolean isAway(PersonId id, Instant at) {
            return agreements.away(index).stream()
                    .anyMatch(one -> one.person().equals(id) && one.when().holds(at));
        }

        @Override
        public Optional<Undisturbed> undisturbed(PersonId id, Instant at) {
            return agreements.undisturbed(id, at, index);
        }

        @Override
        public List<Definition.Person> having(String role) {
            return all(Definition.Person.class)
                    .filter(person -> person.has(role))
                    .sorted(Comparator.comparing(Definition.Person::word))
                    .toList();
        }

        @Override
        public Set<ChannelKind> ways() {
            var ways = EnumSet.of(ChannelKind.WEBHOOK);
            email().ifPresent(channel -> ways.add(ChannelKind.EMAIL));
            twilio().ifPresent(account -> ways.add(ChannelKind.CALL));
            if (!gateways().isEmpty()) {
                ways.add(ChannelKind.SMS);
            }
            slack().ifPresent(app -> ways.add(ChannelKind.SLACK));
            return ways;
        }

        @Override
        public List<DeviceRegistered> devices(PersonId id) {
            return devices.of(id, index);
        }

        @Override
        public ServiceGraph services() {
            var known = graph;
            if (known == null) {
                known = new ServiceGraph(all(Definition.Service.class)
                        .collect(Collectors.toMap(Definition.Service::id, Definition.Service::needs)));
                graph = known;
            }
            return known;
        }

        @Override
        public Definition.SlaRule slaRule() {
            return find(SlaRuleId.ONLY.value(), Definition.SlaRule.class).orElse(Definition.SlaRule.USUAL);
        }

        @Override
        public Definition.MajorRule majorRule() {
            return find(MajorRuleId.ONLY.value(), Definition.MajorRule.class).orElse(Definition.MajorRule.USUAL);
        }

        @Override
        public Optional<Definition.EmailChannel> email() {
            return find(EMAIL.value(), Definition.EmailChannel.class);
        }

        @Override
        public Optional<Definition.Twilio> twilio() {
            return find(TWILIO.value(), Definition.Twilio.class);
        }

        @Override
        public Optional<Definition.Slack> slack() {
            return find(SLACK.value(), Definition.Slack.class);
        }

        @Override
        public Optional<Definition.Sms> sms() {
            return find(SMS.value(), Definition.Sms.class);
        }

        @Override
        public List<Definition.Webhook> webhooks() {
            return all(Definition.Webhook.class)
                    .sorted(Comparator.comparing(Definition.Webhook::word))
                    .toList();
        }

        @Override
        public List<Definition.Integration> integrations() {
            return all(Definition.Integration.class)
                    .sorted(Comparator.comparing(Definition.Integration::word))
                    .toList();
        }

        @Override
        public List<Definition.Person> administrators() {
            return all(Definition.Person.class)
                    .filter(person ->
                            person.administrator() || appointed.getOrDefault(person.id(), Long.MAX_VALUE) <= index)
                    .sorted(Comparator.comparing(Definition.Person::word))
                    .toList();
        }
    }
}
