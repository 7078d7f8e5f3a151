package org.larum.app.eventstore;

import java.util.Map;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.LockAwareAggregate;
import org.axonframework.modelling.command.RepositoryProvider;
import org.jspecify.annotations.Nullable;
import org.larum.app.eventstore.StreamCache.Grown;

/**
 * Loads an aggregate from where the last unit of work of this node left it, and from what the log has had since: an incident that takes in
 * a storm would be grown anew from all its alerts for each of them. An aggregate in memory belongs to one unit of work at a time, and is
 * given back only when that has committed. No locks: two nodes could not share them, and the unique sequence in the log decides anyway.
 */
public final class Remembering<A> extends EventSourcingRepository<A> {

    private static final String RETURNS = "larum.returns/";

    /** A shorter stream is read again as quickly, and nearly all are shorter: most alerts have three events. */
    private static final int LONG = 12;

    private final LogStore store;
    private final StreamCache cache;
    private final RepositoryProvider others;
    private final String returns;
    private final int shortest;

    public Remembering(Class<A> type, LogStore store, RepositoryProvider others) {
        this(type, store, others, LONG);
    }

    /** @param shortest of how many events a stream must be for its aggregate to be remembered */
    Remembering(Class<A> type, LogStore store, RepositoryProvider others, int shortest) {
        super(EventSourcingRepository.builder(type)
                .eventStore(store)
                .repositoryProvider(others)
                .lockFactory(NullLockFactory.INSTANCE));
        this.store = store;
        this.cache = store.cache();
        this.others = others;
        this.returns = RETURNS + type.getName();
        this.shortest = shortest;
    }

    @Override
    protected EventSourcedAggregate<A> doLoadWithLock(String aggregate, @Nullable Long expected) {
        var known = cache.take(aggregate);
        return known == null ? super.doLoadWithLock(aggregate, expected) : goOn(aggregate, known);
    }

    @SuppressWarnings("unchecked") // ids of aggregates are unique over all types
    private EventSourcedAggregate<A> goOn(String id, Grown known) {
        var aggregate = EventSourcedAggregate.reconstruct(
                (A) known.root(),
                aggregateModel(),
                known.sequence(),
                false,
                store,
                others,
                NoSnapshotTriggerDefinition.TRIGGER);
        var since = store.readEvents(id, known.sequence() + 1);
        if (since.hasNext()) {
            aggregate.initializeState(since);
        }
        return aggregate;
    }

    /** Those that a command which failed had loaded are none of them any more. */
    @Override
    protected Map<String, LockAwareAggregate<A, EventSourcedAggregate<A>>> managedAggregates(UnitOfWork<?> unit) {
        var managed = super.managedAggregates(unit);
        var root = unit.root();
        root.getOrComputeResource(returns, key -> {
            root.afterCommit(done -> managed.forEach(this::giveBack));
            return true;
        });
        return managed;
    }

    private void giveBack(String id, LockAwareAggregate<A, EventSourcedAggregate<A>> one) {
        var aggregate = one.getWrappedAggregate();
        var sequence = aggregate.version();
        if (sequence != null && sequence + 1 >= shortest && !aggregate.isDeleted()) {
            cache.give(id, new Grown(aggregate.getAggregateRoot(), sequence));
        }
    }
}
