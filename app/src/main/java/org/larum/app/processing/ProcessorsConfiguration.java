package org.larum.app.processing;

import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.axonframework.common.lock.NullLockFactory;
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
import org.larum.app.eventstore.EventLog;
import org.larum.app.eventstore.EventStoreConfiguration;
import org.larum.app.eventstore.LogStore;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.alert.Alert;
import org.larum.domain.correlation.CorrelationGroup;
import org.larum.domain.correlation.WhenAlertAdmittedThenCorrelate;
import org.larum.domain.correlation.WhenAlertChangedThenTellIncident;
import org.larum.domain.correlation.WhenAlertCorrelatedThenJoinIncident;
import org.larum.domain.correlation.WhenAlertMovedThenWorsenIncident;
import org.larum.domain.correlation.WhenAlertRaisedThenCorrelate;
import org.larum.domain.correlation.WhenAlertsTurnedAwayThenCorrelateAgain;
import org.larum.domain.correlation.WhenIncidentResolvedThenCloseGroup;
import org.larum.domain.correlation.WhenIncidentResolvedThenEndKnownIssues;
import org.larum.domain.correlation.WhenIncidentResolvedThenResolveAlerts;
import org.larum.domain.correlation.WhenKnownIssueDefinedThenEndIfOver;
import org.larum.domain.directory.Entry;
import org.larum.domain.directory.ServiceChange;
import org.larum.domain.escalation.EscalationRun;
import org.larum.domain.escalation.WhenEscalationAsksThenNotify;
import org.larum.domain.escalation.WhenIncidentChangedThenTellWebhooks;
import org.larum.domain.escalation.WhenIncidentConcernsSomebodyThenTell;
import org.larum.domain.escalation.WhenIncidentNeedsAnswerThenEscalate;
import org.larum.domain.incident.Incident;
import org.larum.domain.incident.IncidentNumbers;
import org.larum.domain.major.MajorIncident;
import org.larum.domain.major.MajorKnown;
import org.larum.domain.major.WhenAlertCorrelatedThenWeigh;
import org.larum.domain.major.WhenImpactNotedThenDeclare;
import org.larum.domain.major.WhenIncidentGrowsThenWeigh;
import org.larum.domain.major.WhenMajorDeclaredThenEscalate;
import org.larum.domain.major.WhenMajorIncidentTurnsThenTell;
import org.larum.domain.notification.Notification;
import org.larum.domain.notification.NotificationEvent;
import org.larum.domain.reach.ReachRun;
import org.larum.domain.reach.WhenPageFailsThenGoOn;
import org.larum.domain.reach.WhenRespondersFoundThenReach;
import org.larum.domain.reach.WhenWayTriedThenNotify;
import org.larum.domain.schedule.Absence;
import org.larum.domain.schedule.AgreedOverride;
import org.larum.domain.schedule.CoverRequest;
import org.larum.domain.schedule.WhenDutyChangesThenTell;
import org.larum.domain.status.Component;
import org.larum.domain.status.Notice;
import org.larum.domain.suppression.Conditions;
import org.larum.domain.suppression.Inhibition;
import org.larum.domain.suppression.RuleFailures;
import org.larum.domain.suppression.Screen;
import org.larum.domain.suppression.Screening;
import org.larum.domain.suppression.WhenAlertScreenedThenGoOn;
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
    ConfigurerModule aggregates() {
        return configurer -> {
            List.of(
                            Alert.class,
                            Screening.class,
                            Inhibition.class,
                            RuleFailures.class,
                            CorrelationGroup.class,
                            Incident.class,
                            EscalationRun.class,
                            ReachRun.class,
                            MajorIncident.class,
                            Notification.class,
                            Entry.class,
                            ServiceChange.class,
                            Notice.class,
                            Component.class,
                            AgreedOverride.class,
                            CoverRequest.class,
                            Absence.class)
                    .forEach(type -> configurer.configureAggregate(optimistic(type)));
            configurer.configureCorrelationDataProviders(
                    c -> List.of(message -> EventStoreConfiguration.carriedOn(message.getMetaData())));
        };
    }

    /** No locks in memory: two nodes could not share them, and the unique sequence in the log decides anyway. */
    private static <A> AggregateConfigurer<A> optimistic(Class<A> type) {
        return AggregateConfigurer.defaultConfiguration(type).configureLockFactory(c -> NullLockFactory.INSTANCE);
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
            ObjectProvider<Commands> commands,
            Parked parked) {
        var fates = new LogFates(log);
        var all = new Reactions(commands::getObject, parked);
        LongFunction<Screen.Known> screen = index -> new Screen.Known(rules.asOf(index), conditions);
        all.add("when-alert-raised", new WhenAlertRaisedThenCorrelate(), screen);
        all.add("when-alert-screened", new WhenAlertScreenedThenGoOn(), index -> rules);
        all.add("when-alert-admitted", new WhenAlertAdmittedThenCorrelate(), screen);
        all.add(
                "when-alert-correlated",
                new WhenAlertCorrelatedThenJoinIncident(),
                index -> new WhenAlertCorrelatedThenJoinIncident.Known(rules.asOf(index), numbers));
        all.add("when-alerts-turned-away", new WhenAlertsTurnedAwayThenCorrelateAgain(), screen);
        all.add("when-alert-changed", new WhenAlertChangedThenTellIncident(), index -> rules);
        all.add("when-alert-moved", new WhenAlertMovedThenWorsenIncident(), index -> rules);
        all.add("when-incident-resolved", new WhenIncidentResolvedThenResolveAlerts(), index -> rules);
        all.add(
                "when-known-issue-ends",
                new WhenIncidentResolvedThenEndKnownIssues(),
                index -> new WhenIncidentResolvedThenEndKnownIssues.Known(rules.asOf(index), fates));
        all.add("when-known-issue-defined", new WhenKnownIssueDefinedThenEndIfOver(), index -> fates);
        all.add("when-incident-closed", new WhenIncidentResolvedThenCloseGroup(), index -> rules);
        all.add("when-incident-needs-answer", new WhenIncidentNeedsAnswerThenEscalate(), rules::asOf);
        all.add("when-escalation-asks", new WhenEscalationAsksThenNotify(), rules::asOf);
        all.add("when-responders-found", new WhenRespondersFoundThenReach(), rules::asOf);
        all.add("when-way-tried", new WhenWayTriedThenNotify(), index -> rules);
        all.add("when-page-fails", new WhenPageFailsThenGoOn(), index -> rules);
        all.add("when-incident-changed", new WhenIncidentChangedThenTellWebhooks(), rules::asOf);
        all.add("when-incident-concerns", new WhenIncidentConcernsSomebodyThenTell(), index -> rules);
        all.add("when-incident-grows", new WhenIncidentGrowsThenWeigh(), rules::asOf);
        all.add("when-alert-weighs", new WhenAlertCorrelatedThenWeigh(), rules::asOf);
        all.add("when-impact-noted", new WhenImpactNotedThenDeclare(), rules::asOf);
        all.add("when-major-declared", new WhenMajorDeclaredThenEscalate(), index -> rules);
        all.add("when-major-incident-turns", new WhenMajorIncidentTurnsThenTell(), major);
        all.add(
                "when-duty-changes",
                new WhenDutyChangesThenTell(),
                index -> new WhenDutyChangesThenTell.Known(rules.asOf(index), rules::word));
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
                        "projection-" + projector.room(),
                        store.of(projector.hears()),
                        new Projecting(projector, freshness::commitLoosely, nested, parked),
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
