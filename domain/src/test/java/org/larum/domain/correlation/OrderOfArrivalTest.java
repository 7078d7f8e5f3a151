package org.larum.domain.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.alert.AlertExamples;
import org.larum.domain.alert.AlertId;
import org.larum.domain.correlation.WhenAlertCorrelatedThenJoinIncident.Known;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.DirectoryExamples;
import org.larum.domain.directory.Rule;
import org.larum.domain.directory.RuleId;
import org.larum.domain.directory.ServiceGraph;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.incident.Incident;
import org.larum.domain.incident.IncidentCommand;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentEvent.AlertsJoined;
import org.larum.domain.incident.IncidentEvent.AlertsMovedIn;
import org.larum.domain.incident.IncidentEvent.AlertsTurnedAway;
import org.larum.domain.incident.IncidentEvent.IncidentMerged;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentWorsened;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Event;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Place;
import org.larum.domain.shared.Severity;
import org.larum.domain.suppression.Conditions.Answer;
import org.larum.domain.suppression.Screen;

/**
 * The same alerts in any order, one by one or together, some of them read twice: a person is left with the same incidents. Random
 * services, needs, rules and orders, always the same ones; whatever fails says its seed and the fewest alerts that still do.
 */
class OrderOfArrivalTest {

    private static final int HOUSES = 80;
    private static final int ORDERS = 5;
    private static final int MOST_ALERTS = 12;

    /** All of them come well within one window. */
    private static final Duration APART = Duration.ofSeconds(9);

    @Test
    void theOrderOfArrivalDoesNotChangeTheIncidents() {
        int merged = 0;
        int several = 0;
        for (long seed = 0; seed < HOUSES; seed++) {
            var house = new House(seed);
            var failing = house.failing(house.alerts);
            if (failing != null) {
                throw new AssertionError(shrunk(house, failing));
            }
            merged += house.merged;
            several += house.seen.size() > 1 ? 1 : 0;
        }
        // Otherwise it would hold because nothing ever happens.
        assertThat(merged).isGreaterThan(HOUSES / 2);
        assertThat(several).isGreaterThan(HOUSES / 4);
    }

    private static String shrunk(House house, String failure) {
        var alerts = new ArrayList<>(house.alerts);
        var why = failure;
        for (boolean isShrinking = true; isShrinking; ) {
            isShrinking = false;
            for (var one : List.copyOf(alerts)) {
                var fewer = alerts.stream().filter(alert -> !alert.equals(one)).toList();
                var still = house.failing(fewer);
                if (still != null) {
                    alerts.remove(one);
                    why = still;
                    isShrinking = true;
                }
            }
        }
        return "seed " + house.seed + ", needs " + house.needs + ", rules " + house.rules + ": " + why;
    }

    /** Some services, what they need, perhaps a rule, and what fails. */
    private static final class House {

        final long seed;
        final Map<ServiceId, List<ServiceId>> needs = new LinkedHashMap<>();
        final List<Rule> rules = new ArrayList<>();
        final List<AlertRaised> alerts = new ArrayList<>();
        Set<String> seen = Set.of();
        int merged;

        House(long seed) {
            this.seed = seed;
            var random = new Random(seed);
            var services = IntStream.range(0, 4 + random.nextInt(6))
                    .mapToObj(n -> ServiceId.of("s" + n))
                    .toList();
            boolean isTangled = random.nextInt(3) == 0;
            int roots = 1 + random.nextInt(3);
            for (int n = 0; n < services.size(); n++) {
                needs.put(services.get(n), isTangled ? some(services, n, random) : below(services, n, roots, random));
            }
            if (random.nextInt(3) == 0) {
                rules.add(new Rule.Correlation(
                        RuleId.of("correlations", "host"),
                        "host",
                        0,
                        "a",
                        List.of("labels.host"),
                        Duration.ofMinutes(5)));
            }
            for (int n = 0; n < 2 + random.nextInt(MOST_ALERTS - 1); n++) {
                alerts.add(raised(n, services.get(random.nextInt(services.size())), random));
            }
        }

        /** Some of all others, also of those before it: cycles are survived. */
        private static List<ServiceId> some(List<ServiceId> all, int n, Random random) {
            return all.stream()
                    .filter(other -> !other.equals(all.get(n)) && random.nextInt(2 * all.size()) == 0)
                    .toList();
        }

        /** One or two of the first few, as many services need one of a few databases. */
        private static List<ServiceId> below(List<ServiceId> all, int n, int roots, Random random) {
            return n < roots
                    ? List.of()
                    : random.ints(1 + random.nextInt(2), 0, roots)
                            .distinct()
                            .mapToObj(all::get)
                            .toList();
        }

        private static AlertRaised raised(int n, ServiceId service, Random random) {
            var host = random.nextBoolean() ? "a" : "b";
            return new AlertRaised(
                    new AlertId(new UUID(0, n)),
                    AlertExamples.raised().source(),
                    new Place(service, null, null),
                    Severity.of(1 + random.nextInt(4)),
                    "fault " + n,
                    Map.of("host", host),
                    List.of(),
                    Monday.NINE);
        }

        /** What two orders of these lead to, when it is not the same. */
        @Nullable
        String failing(List<AlertRaised> some) {
            var random = new Random(seed);
            var order = new ArrayList<>(some);
            var first = new Day(this, order, random).incidents();
            seen = first;
            for (int n = 1; n < ORDERS; n++) {
                var other = new ArrayList<>(some);
                Collections.shuffle(other, random);
                var day = new Day(this, other, random);
                merged += day.merged;
                if (!day.incidents().equals(first)) {
                    return said(order) + " leave " + first + ", but " + said(other) + " leave " + day.incidents();
                }
            }
            return null;
        }

        private static String said(List<AlertRaised> alerts) {
            return alerts.stream()
                    .map(one -> one.summary() + " of " + one.place().service() + one.labels())
                    .toList()
                    .toString();
        }

        Directory directory() {
            return DirectoryExamples.shopWith(new ServiceGraph(needs), rules);
        }
    }

    /** Everything that follows from alerts in one order: decided by the aggregates, carried on by the reactions. */
    private static final class Day {

        private final CommandBus bus = SimpleCommandBus.builder().build();
        private final Queue<Event> log = new ArrayDeque<>();
        private final Screen.Known rules;
        private final Known known;
        private final Map<AlertId, IncidentId> places = new HashMap<>();
        private final Map<IncidentId, Severity> severities = new HashMap<>();
        private final Set<IncidentId> over = new HashSet<>();
        private final WhenAlertRaisedThenCorrelate correlate = new WhenAlertRaisedThenCorrelate();
        private final WhenAlertCorrelatedThenJoinIncident join = new WhenAlertCorrelatedThenJoinIncident();
        private final WhenAlertsMoveThenFollow follow = new WhenAlertsMoveThenFollow();
        private final WhenAlertsTurnedAwayThenCorrelateAgain again = new WhenAlertsTurnedAwayThenCorrelateAgain();
        private int number;
        int merged;

        Day(House house, List<AlertRaised> order, Random random) {
            rules = new Screen.Known(
                    house.directory(),
                    (condition, facts) -> facts.value("labels.host").equals(condition) ? Answer.YES : Answer.NO);
            known = new Known(house.directory(), () -> ++number);
            var store = EmbeddedEventStore.builder()
                    .storageEngine(new InMemoryEventStorageEngine())
                    .build();
            store.subscribe(messages -> messages.stream()
                    .map(EventMessage::getPayload)
                    .map(Event.class::cast)
                    .forEach(log::add));
            decidedBy(CorrelationGroup.class, store);
            decidedBy(Incident.class, store);
            run(order, random);
        }

        private <T> void decidedBy(Class<T> type, EmbeddedEventStore store) {
            var repository =
                    EventSourcingRepository.builder(type).eventStore(store).build();
            AggregateAnnotationCommandHandler.<T>builder()
                    .aggregateType(type)
                    .repository(repository)
                    .build()
                    .subscribe(bus);
        }

        private void run(List<AlertRaised> order, Random random) {
            var waiting = new ArrayList<Command>();
            for (int n = 0; n < order.size(); n++) {
                waiting.addAll(correlate.on(at(order.get(n), n), rules));
                // Those that come at once are decided at once.
                if (random.nextInt(3) > 0) {
                    decide(waiting);
                }
                if (random.nextInt(4) == 0) {
                    int twice = random.nextInt(n + 1);
                    waiting.addAll(correlate.on(at(order.get(twice), twice), rules));
                }
            }
            decide(waiting);
        }

        private static AlertRaised at(AlertRaised one, int n) {
            Instant at = Monday.NINE.plus(APART.multipliedBy(n));
            return new AlertRaised(
                    one.alert(),
                    one.source(),
                    one.place(),
                    one.severity(),
                    one.summary(),
                    one.labels(),
                    one.links(),
                    at);
        }

        private void decide(List<Command> waiting) {
            var joined = new LinkedHashMap<UUID, Command>();
            for (var command : waiting) {
                joined.merge(command.target(), command, (before, next) -> Objects.requireNonNull(before.and(next)));
            }
            waiting.clear();
            joined.values().forEach(this::dispatch);
            while (!log.isEmpty()) {
                read(log.remove());
            }
        }

        private void read(Event event) {
            switch (event) {
                case CorrelationEvent e -> join.on(e, known).forEach(this::dispatch);
                case IncidentEvent e -> {
                    note(e);
                    follow.on(e, this).forEach(this::dispatch);
                    if (e instanceof AlertsTurnedAway turned) {
                        again.on(turned, rules).forEach(this::dispatch);
                    }
                }
                default -> {}
            }
        }

        /** Alerts themselves are not asked: they agree to everything here. */
        private void dispatch(Command command) {
            if (command instanceof CorrelationCommand || command instanceof IncidentCommand) {
                var done = new FutureCallback<Command, Object>();
                bus.dispatch(GenericCommandMessage.asCommandMessage(command), done);
                done.getResult();
            }
        }

        private void note(IncidentEvent event) {
            switch (event) {
                case IncidentOpened e -> {
                    places.put(e.first(), e.incident());
                    severities.put(e.incident(), e.severity());
                }
                case AlertsJoined e -> e.alerts().forEach(alert -> places.put(alert, e.incident()));
                case AlertsMovedIn e -> e.alerts().forEach(one -> places.put(one.alert(), e.incident()));
                case IncidentWorsened e -> severities.put(e.incident(), e.to());
                case IncidentMerged e -> {
                    over.add(e.incident());
                    merged++;
                }
                default -> {}
            }
        }

        /** Each incident that is left as its severity and its alerts. */
        Set<String> incidents() {
            var alerts = places.entrySet().stream()
                    .collect(Collectors.groupingBy(
                            Map.Entry::getValue,
                            Collectors.mapping(
                                    one -> one.getKey().value().getLeastSignificantBits(),
                                    Collectors.toCollection(TreeSet::new))));
            assertThat(over).doesNotContainAnyElementsOf(alerts.keySet());
            assertThat(severities.keySet()).allMatch(one -> over.contains(one) || alerts.containsKey(one));
            return alerts.entrySet().stream()
                    .map(one -> severities.get(one.getKey()) + " " + one.getValue())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
