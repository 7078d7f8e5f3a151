package org.larum.app.api.config;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.intake.Golden;
import org.larum.app.rulebook.RuleBook.Version;
import org.larum.domain.directory.DirectoryEvent.Defined;
import org.larum.domain.directory.DirectoryEvent.Retired;
import org.larum.domain.directory.Entry;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Sealed;
import org.larum.domain.directory.Seals;
import org.larum.domain.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** The desk on an event store in memory; remembers what was sent, sealed and kept. */
final class InMemoryLog implements Book {

    /** Without a key, so that no answer is looked up. */
    static final Write WRITE = new Write(Actor.LARUM, null, "");

    final List<Object> sent = new ArrayList<>();
    final List<String> kept = new ArrayList<>();
    int sealings;
    int transactions;

    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    private final LinkedHashMap<UUID, Version> entries = new LinkedHashMap<>();

    ConfigDesk desk() {
        var bus = SimpleCommandBus.builder().build();
        bus.registerDispatchInterceptor(commands -> (n, command) -> {
            sent.add(command.getPayload());
            return command;
        });
        var store = EmbeddedEventStore.builder().storageEngine(engine).build();
        var repository =
                EventSourcingRepository.builder(Entry.class).eventStore(store).build();
        AggregateAnnotationCommandHandler.<Entry>builder()
                .aggregateType(Entry.class)
                .repository(repository)
                .build()
                .subscribe(bus);
        var commands = new Commands(
                bus,
                () -> {
                    transactions++;
                    return NoTransactionManager.instance().startTransaction();
                },
                aggregates -> {});
        var idempotency = new Idempotency(JdbcClient.create(new SimpleDriverDataSource()), () -> Golden.NOW);
        return new ConfigDesk(commands, idempotency, this, new Reversing(), ConfigExamples.PRINTS, kept::add);
    }

    /** Turns the text around: readable for the test, and not found by who looks for the text. */
    private final class Reversing implements Seals {

        @Override
        public Sealed seal(PersonId person, String plain) {
            sealings++;
            return new Sealed(new StringBuilder(plain).reverse().toString(), fingerprint(person, plain));
        }

        @Override
        public String fingerprint(PersonId person, String plain) {
            return ConfigExamples.PRINTS.person(person, plain);
        }

        @Override
        public Optional<String> open(PersonId person, Sealed sealed) {
            return Optional.of(new StringBuilder(sealed.cipher()).reverse().toString());
        }
    }

    void forget() {
        sent.clear();
        kept.clear();
        sealings = 0;
    }

    Version version(Section section, String word) {
        return inUse().stream()
                .filter(version -> version.definition().id().value().equals(section.id(word)))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void catchUp() {
        entries.clear();
        engine.readEvents(null, false).forEach(message -> {
            switch (message.getPayload()) {
                case Defined e ->
                    entries.put(
                            e.definition().id().value(),
                            new Version(e.definition(), e.version(), e.origin(), false, Instant.EPOCH));
                case Retired e -> entries.remove(e.entry());
                default -> throw new IllegalStateException("not of the organisation");
            }
        });
    }

    @Override
    public List<Version> inUse() {
        return entries.values().stream()
                .sorted(Comparator.comparing(version -> version.definition().word()))
                .toList();
    }
}
