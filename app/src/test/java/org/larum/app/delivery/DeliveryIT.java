package org.larum.app.delivery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.larum.app.Servers;
import org.larum.app.TestDatabase;
import org.larum.app.bus.Commands;
import org.larum.app.config.SystemTime;
import org.larum.app.eventstore.LogStore;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationEvent;
import org.larum.domain.notification.NotificationEvent.Occasion;
import org.larum.domain.notification.NotificationEvent.Recipient;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Severity;
import org.larum.notifiers.channel.Channel;
import org.larum.notifiers.channel.Destination.Endpoint;
import org.larum.notifiers.channel.Message;
import org.larum.notifiers.channel.Message.Notice;
import org.larum.notifiers.channel.Message.Reader;
import org.larum.notifiers.channel.Message.Subject;
import org.larum.notifiers.channel.Secret;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.TryLater;
import org.larum.notifiers.delivery.AttemptTable;
import org.larum.notifiers.delivery.Briefing;
import org.larum.notifiers.delivery.DeliveryAttempts;
import org.larum.notifiers.delivery.Jitter;
import org.larum.notifiers.delivery.PersonLimits;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The contract of delivery against providers that hang, fail, and take what they say they did not; on the real log. */
class DeliveryIT {

    private static final Duration HANG = Duration.ofSeconds(10);
    private static final SendOutcome DOWN = new TryLater("nobody answers", false, null);

    private final Map<ChannelKind, Function<Message, SendOutcome>> providers = new EnumMap<>(ChannelKind.class);
    private final Map<NotificationId, Long> asked = new ConcurrentHashMap<>();
    private final Map<NotificationId, Long> called = new ConcurrentHashMap<>();
    private final Map<NotificationId, AtomicInteger> received = new ConcurrentHashMap<>();
    private final Map<IncidentId, Integer> severities = new ConcurrentHashMap<>();
    private final List<NotificationId> order = new CopyOnWriteArrayList<>();
    private ConfigurableApplicationContext server;
    private DeliveryAttempts delivery;
    private int made;

    @BeforeEach
    void start(@TempDir Path data) {
        server = Servers.start(TestDatabase.freshUrl(), data, new SystemTime());
        server.getBean(DeliveryAttempts.class).stop();
        for (var kind : ChannelKind.values()) {
            providers.put(kind, message -> new Accepted("taken"));
        }
        delivery = new DeliveryAttempts(
                server.getBean(AttemptTable.class),
                new OfTheTest(),
                server.getBean(Commands.class)::send,
                new SystemTime(),
                server.getBean(Jitter.class),
                () -> PersonLimits.USUAL,
                server.getBean(TransactionTemplate.class),
                Arrays.stream(ChannelKind.values()).map(this::channel).toList());
        server.getBean(LogStore.class).onCommit(NotificationEvent.class, delivery::wake);
        delivery.start();
    }

    @AfterEach
    void end() {
        delivery.stop();
        server.close();
    }

    private Channel channel(ChannelKind kind) {
        return new Channel() {
            @Override
            public ChannelKind kind() {
                return kind;
            }

            @Override
            public SendOutcome send(Message message) {
                called.putIfAbsent(message.id(), System.nanoTime());
                var outcome = requireNonNull(providers.get(kind)).apply(message);
                boolean isTaken = outcome instanceof Accepted || (outcome instanceof TryLater later && later.unknown());
                if (isTaken) {
                    received.computeIfAbsent(message.id(), id -> new AtomicInteger())
                            .incrementAndGet();
                    order.add(message.id());
                }
                return outcome;
            }
        };
    }

    /** Everybody is reached, of an incident of which only its severity matters. */
    private final class OfTheTest implements Briefing {

        @Override
        public @Nullable String whyUnwanted(UUID run, UUID recipient) {
            return null;
        }

        @Override
        public Urgency urgency(IncidentId incident) {
            return new Urgency(severities.getOrDefault(incident, 1), incident.value());
        }

        @Override
        public Subject subject(IncidentId incident, @Nullable UUID run, UUID recipient) {
            return new Subject(
                    incident, 1, Severity.CRITICAL, "Payments fail", "Checkout", Instant.EPOCH, null, null, null);
        }

        @Override
        public Notice notice(NotificationId notification, UUID recipient) {
            throw new IllegalStateException("no notice is asked for here");
        }

        @Override
        public @Nullable String said(IncidentId incident, String turn) {
            return null;
        }

        @Override
        public Address address(ChannelKind channel, UUID recipient, @Nullable IncidentId incident) {
            var nowhere = URI.create("http://127.0.0.1:9/");
            return new Address.Known(
                    new Endpoint(nowhere, new Secret("a secret of the test")),
                    new Reader(null, ZoneOffset.UTC, nowhere, null));
        }
    }

    private NotificationId request(ChannelKind channel, int severity) {
        var incident = new IncidentId(UUID.randomUUID());
        severities.put(incident, severity);
        var id = NotificationId.of("delivery", channel, made++);
        asked.put(id, System.nanoTime());
        server.getBean(Commands.class)
                .send(new RequestNotification(
                        id,
                        incident,
                        null,
                        new Recipient(channel, UUID.randomUUID()),
                        NotificationKind.PAGE,
                        new Occasion(0, 0, 1, "step"),
                        Instant.now()));
        return id;
    }

    private static void hang(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private double percentile(List<NotificationId> ids, double share) {
        var waits = ids.stream()
                .map(id -> (requireNonNull(called.get(id)) - requireNonNull(asked.get(id))) / 1e6)
                .sorted()
                .toList();
        return waits.get((int) Math.ceil(share * waits.size()) - 1);
    }

    /** PROV-2 and PROV-6, and the figure of the mission: 1,000 pages by six channels in 10 s, one of them hanging. */
    @Test
    void oneThatHangsHoldsUpNoOther() {
        providers.put(ChannelKind.SMS, message -> {
            hang(HANG);
            return new TryLater("it hung", true, null);
        });
        var others = new ArrayList<NotificationId>();
        var kinds = ChannelKind.values();
        long begin = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            var kind = kinds[i % kinds.length];
            var id = request(kind, 1);
            if (kind != ChannelKind.SMS) {
                others.add(id);
            }
            long ahead = begin + TimeUnit.MILLISECONDS.toNanos(10L * (i + 1)) - System.nanoTime();
            if (ahead > 0) {
                hang(Duration.ofNanos(ahead));
            }
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> received.keySet().containsAll(others));
        assertThat(percentile(others, 0.99)).isLessThan(5000);
        System.out.printf(
                "delivery: 1,000 pages by %d channels in %.1f s, SMS hanging; of the others decision to call p50 %.0f ms, p99 %.0f ms%n",
                kinds.length, (System.nanoTime() - begin) / 1e9, percentile(others, 0.5), percentile(others, 0.99));
    }

    /** PROV-5: who takes it and is cut off before saying so gets one copy for each such time, and nobody gets none. */
    @Test
    void copiesAreNoMoreThanLostAnswers() {
        var lost = new AtomicInteger();
        providers.put(ChannelKind.EMAIL, message -> {
            if (message.attempt() == 1 && message.id().value().getLeastSignificantBits() % 50 == 0) {
                lost.incrementAndGet();
                return new TryLater("cut off after it was taken", true, null);
            }
            return new Accepted("taken");
        });
        var all = new ArrayList<NotificationId>();
        for (int i = 0; i < 300; i++) {
            all.add(request(ChannelKind.EMAIL, 2));
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        received.values().stream().mapToInt(AtomicInteger::get).sum() == 300 + lost.get());
        assertThat(lost).hasPositiveValue();
        assertThat(received.keySet()).isEqualTo(Set.copyOf(all));
    }

    /** PROV-7: while all is down hardly anybody is called, and afterwards the newest of the critical goes first. */
    @Test
    void afterAnOutageWhatIsCriticalAndNewGoesFirst() {
        var calls = new AtomicInteger();
        providers.put(ChannelKind.EMAIL, message -> {
            calls.incrementAndGet();
            return DOWN;
        });
        var all = new ArrayList<NotificationId>();
        for (int i = 0; i < 200; i++) {
            all.add(request(ChannelKind.EMAIL, i % 10 == 9 ? 1 : 4));
        }
        hang(Duration.ofSeconds(20));
        assertThat(calls.get()).isLessThanOrEqualTo(20);
        providers.put(ChannelKind.EMAIL, message -> {
            calls.incrementAndGet();
            hang(Duration.ofMillis(50));
            return new Accepted("taken");
        });
        await().atMost(Duration.ofSeconds(60)).until(() -> received.size() == 200);
        assertThat(calls.get()).isLessThanOrEqualTo(200 + 20);
        var critical = new ArrayList<NotificationId>();
        for (int i = 9; i < 200; i += 10) {
            critical.add(all.get(i));
        }
        var first = order.subList(0, 60);
        assertThat(first.stream().filter(critical::contains).count()).isGreaterThanOrEqualTo(15);
    }
}
