package org.larum.app.processing;

import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.config.EventProcessingConfigurer.PooledStreamingProcessorConfiguration;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.larum.app.LarumConfiguration;
import org.larum.app.bus.Commands;
import org.larum.app.escalation.TimerTable;
import org.larum.app.eventstore.EventLog;
import org.larum.app.eventstore.EventStoreConfiguration;
import org.larum.app.eventstore.LogStore;
import org.larum.app.eventstore.Remembering;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.escalation.WhenIncidentAnsweredThenTellSources;
import org.larum.domain.feedback.WhenQuarterAskedThenTell;
import org.larum.domain.incident.IncidentNumbers;
import org.larum.domain.major.MajorKnown;
import org.larum.domain.notification.NotificationEvent;
import org.larum.domain.postmortem.WhenActionRemindedThenTell;
import org.larum.domain.postmortem.WhenClockIsLateThenDraft;
import org.larum.domain.postmortem.WhenIncidentResolvedThenDraft;
import org.larum.domain.reach.WhenRestChangesThenReach;
import org.larum.domain.schedule.WhenDutyChangesThenTell;
import org.larum.domain.sla.WhenClockRingsThenTell;
import org.larum.domain.sla.WhenIncidentTurnsThenRunClocks;
import org.larum.domain.suppression.Conditions;
import org.larum.notifiers.delivery.DeliverySaga;
import org.larum.notifiers.delivery.Jitter;
import org.larum.projections.shared.Projectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who decides and who reads the log. {@code projection-*} start at its beginning; {@code when-*} and {@code saga-*} act, so they
 * start at its head and never look back.
 */
@Configuration(proxyBeanMethods = false)
public class ProcessorsConfiguration {

    private static final int BATCH = 500;
    private static final String DELIVERY = "saga-delivery";

    @Bean
    ConfigurerModule aggregates(LogStore store) {
        return configurer -> {
            Standing.AGGREGATES.forEach(type -> configurer.configureAggregate(remembered(type, store)));
            configurer.configureCorrelationDataProviders(
                    c -> List.of(message -> EventStoreConfiguration.carriedOn(message.getMetaData())));
        };
    }

    private static <A> AggregateConfigurer<A> remembered(Class<A> type, LogStore store) {
        return AggregateConfigurer.defaultConfiguration(type)
                .configureRepository(c -> new Remembering<>(type, store, c::repository));
    }

    @Bean
    Parked parked(ParkedTable table) {
        return new Parked(table);
    }

    @Bean
    Reactions reactionsByName(
            RuleBook rules,
            Conditions conditions,
            IncidentNumbers numbers,
            LongFunction<MajorKnown> major,
            EventLog log,
            TimerTable timers,
            ObjectProvider<Commands> commands,
            Parked parked) {
        var all = new Reactions(commands::getObject, parked);
        Standing.reactions(rules::asOf, conditions, numbers, major, new LogFates(log))
                .forEach(all::add);
        var resting = new LogResting(timers, log);
        all.add(new Standing<>(
                "when-rest-changes",
                new WhenRestChangesThenReach(),
                index -> new WhenRestChangesThenReach.Known(rules.asOf(index), resting)));
        all.add(new Standing<>("when-incident-turns", new WhenIncidentTurnsThenRunClocks(), rules::asOf));
        all.add(new Standing<>(
                "when-clock-rings", new WhenClockRingsThenTell(), index -> new LogKnown(rules.asOf(index), log)));
        all.add(new Standing<>(
                "when-duty-changes",
                new WhenDutyChangesThenTell(),
                index -> new WhenDutyChangesThenTell.Known(rules.asOf(index), rules::word)));
        var course = new LogCourse(log);
        all.add(new Standing<>("when-bad-incident-ends", new WhenIncidentResolvedThenDraft(), index -> course));
        all.add(new Standing<>("when-late-clock-is-known", new WhenClockIsLateThenDraft(), index -> course));
        all.add(new Standing<>("when-quarter-asked", new WhenQuarterAskedThenTell(), index -> course));
        all.add(new Standing<>("when-action-reminded", new WhenActionRemindedThenTell(), index -> course));
        var origins = new LogOrigins(log);
        all.add(new Standing<>(
                "when-incident-answered",
                new WhenIncidentAnsweredThenTellSources(),
                index -> new WhenIncidentAnsweredThenTellSources.Known(rules.asOf(index), origins)));
        return all;
    }

    @Bean
    AfterOutage afterOutage(RuleBook rules, ObjectProvider<org.axonframework.config.Configuration> axon) {
        return new AfterOutage(
                rules::catchUp,
                () -> axon.getObject().eventProcessingConfiguration().eventProcessors().values().stream()
                        .filter(StreamingEventProcessor.class::isInstance)
                        .map(StreamingEventProcessor.class::cast)
                        .map(AfterOutage::reader)
                        .toList());
    }

    @Bean
    Retry retry(
            EventLog log,
            Parked parked,
            ParkedTable table,
            Reactions reactions,
            TransactionManager transactions,
            ObjectProvider<org.axonframework.config.Configuration> axon) {
        return new Retry(
                log,
                parked,
                table,
                reactions,
                Map.of(DELIVERY, message -> toDelivery(message, transactions, axon.getObject())));
    }

    private static void toDelivery(
            TrackedEventMessage<?> message,
            TransactionManager transactions,
            org.axonframework.config.Configuration axon) {
        var saga = axon.eventProcessingConfiguration()
                .sagaConfiguration(DeliverySaga.class)
                .manager();
        // Without its place in the log: then ParkingErrors says what is wrong, and does not park it once more.
        var given = new GenericEventMessage<>(message, message::getTimestamp);
        var unit = DefaultUnitOfWork.startAndGet(given);
        unit.attachTransaction(transactions);
        var result = unit.executeWithResult(() -> {
            saga.handle(given, Segment.ROOT_SEGMENT);
            return true;
        });
        result.optionalExceptionResult().ifPresent(e -> {
            throw e instanceof RuntimeException known ? known : new IllegalStateException(e);
        });
    }

    @Bean
    ConfigurerModule reactions(Reactions reactions, LogStore store) {
        return configurer -> configurer.eventProcessing(processing -> {
            // What cannot be handled stops its processor, which tries again: skipping it would lose a page. Readers
            // that can tell
            // one bad event from a database that is away park it before it comes to that.
            processing.registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance());
            reactions
                    .all()
                    .forEach((name, one) -> register(processing, name, store.only(one.hears()), one, fromHead()));
        });
    }

    private static void register(
            EventProcessingConfigurer processing,
            String name,
            StreamableMessageSource<TrackedEventMessage<?>> source,
            EventMessageHandler handler,
            PooledStreamingProcessorConfiguration start) {
        processing.registerPooledStreamingEventProcessor(name, c -> source, start);
        processing.registerEventHandler(c -> handler);
        processing.assignHandlerInstancesMatching(name, handler::equals);
    }

    @Bean
    ConfigurerModule sagas(SagaStore<Object> store, Jitter jitter, LogStore log, Parked parked) {
        return configurer -> {
            configurer.registerComponent(Jitter.class, c -> jitter);
            configurer.eventProcessing(processing -> {
                processing.registerPooledStreamingEventProcessor(
                        DELIVERY, c -> log.only(List.of(NotificationEvent.class)), fromHead());
                processing.registerListenerInvocationErrorHandler(DELIVERY, c -> new ParkingErrors(DELIVERY, parked));
                processing.registerSaga(DeliverySaga.class, saga -> saga.configureSagaStore(c -> store));
                processing.assignHandlerTypesMatching(DELIVERY, DeliverySaga.class::equals);
            });
        };
    }

    @Bean
    ConfigurerModule projections(
            Projectors projectors,
            LogStore store,
            Freshness freshness,
            PlatformTransactionManager transactions,
            Parked parked) {
        var nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return configurer -> configurer.eventProcessing(processing -> projectors
                .in(LarumConfiguration.LIVE)
                .forEach(projector -> register(
                        processing,
                        Projecting.NAME + projector.room(),
                        store.of(projector.hears()),
                        new Projecting(
                                projector,
                                () -> freshness.commitLoosely(Projecting.NAME + projector.room()),
                                nested,
                                parked),
                        fromTail())));
    }

    private static PooledStreamingProcessorConfiguration fromHead() {
        return (c, b) -> b.initialToken(StreamableMessageSource::createHeadToken)
                .initialSegmentCount(1)
                .batchSize(BATCH);
    }

    private static PooledStreamingProcessorConfiguration fromTail() {
        return (c, b) -> b.initialToken(StreamableMessageSource::createTailToken)
                .initialSegmentCount(1)
                .batchSize(BATCH);
    }
}
