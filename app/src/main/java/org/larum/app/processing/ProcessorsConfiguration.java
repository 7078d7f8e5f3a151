package org.larum.app.processing;

import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.config.EventProcessingConfigurer.PooledStreamingProcessorConfiguration;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.larum.app.LarumConfiguration;
import org.larum.app.bus.Commands;
import org.larum.app.eventstore.EventStoreConfiguration;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.alert.Alert;
import org.larum.domain.correlation.CorrelationGroup;
import org.larum.domain.correlation.WhenAlertChangedThenTellIncident;
import org.larum.domain.correlation.WhenAlertCorrelatedThenJoinIncident;
import org.larum.domain.correlation.WhenAlertRaisedThenCorrelate;
import org.larum.domain.correlation.WhenIncidentResolvedThenCloseGroup;
import org.larum.domain.correlation.WhenIncidentResolvedThenResolveAlerts;
import org.larum.domain.directory.Entry;
import org.larum.domain.directory.ServiceChange;
import org.larum.domain.escalation.EscalationRun;
import org.larum.domain.escalation.WhenEscalationAsksThenNotify;
import org.larum.domain.escalation.WhenIncidentChangedThenTellWebhooks;
import org.larum.domain.escalation.WhenIncidentNeedsAnswerThenEscalate;
import org.larum.domain.incident.Incident;
import org.larum.domain.incident.IncidentNumbers;
import org.larum.domain.notification.Notification;
import org.larum.domain.shared.Event;
import org.larum.domain.shared.Reaction;
import org.larum.notifiers.delivery.DeliverySaga;
import org.larum.notifiers.delivery.Jitter;
import org.larum.projections.shared.Projectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Who decides and who reads the log. {@code projection-*} start at its beginning; {@code when-*} and {@code saga-*} act, so they
 * start at its head and never look back.
 */
@Configuration(proxyBeanMethods = false)
public class ProcessorsConfiguration {

    private static final int BATCH = 200;

    @Bean
    ConfigurerModule aggregates() {
        return configurer -> {
            List.of(
                            Alert.class,
                            CorrelationGroup.class,
                            Incident.class,
                            EscalationRun.class,
                            Notification.class,
                            Entry.class,
                            ServiceChange.class)
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
    ConfigurerModule reactions(RuleBook rules, IncidentNumbers numbers, ObjectProvider<Commands> commands) {
        return configurer -> configurer.eventProcessing(processing -> {
            // An event that cannot be handled stops its processor, which tries again: skipping it would lose a page.
            processing.registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance());
            var when = new When(processing, commands::getObject);
            when.reads("when-alert-raised", new WhenAlertRaisedThenCorrelate(), index -> rules);
            when.reads("when-alert-correlated", new WhenAlertCorrelatedThenJoinIncident(), index -> numbers);
            when.reads("when-alert-changed", new WhenAlertChangedThenTellIncident(), index -> rules);
            when.reads("when-incident-resolved", new WhenIncidentResolvedThenResolveAlerts(), index -> rules);
            when.reads("when-incident-closed", new WhenIncidentResolvedThenCloseGroup(), index -> rules);
            when.reads("when-incident-needs-answer", new WhenIncidentNeedsAnswerThenEscalate(), rules::asOf);
            when.reads("when-escalation-asks", new WhenEscalationAsksThenNotify(), rules::asOf);
            when.reads("when-incident-changed", new WhenIncidentChangedThenTellWebhooks(), rules::asOf);
        });
    }

    private record When(EventProcessingConfigurer processing, Supplier<Commands> commands) {

        <E extends Event, K> void reads(String name, Reaction<E, K> reaction, LongFunction<K> knowledge) {
            register(processing, name, new Reacting<>(reaction, knowledge, commands), fromHead());
        }
    }

    private static void register(
            EventProcessingConfigurer processing,
            String name,
            EventMessageHandler handler,
            PooledStreamingProcessorConfiguration start) {
        processing.registerPooledStreamingEventProcessor(
                name, org.axonframework.config.Configuration::eventStore, start);
        processing.registerEventHandler(c -> handler);
        processing.assignHandlerInstancesMatching(name, handler::equals);
    }

    @Bean
    ConfigurerModule sagas(SagaStore<Object> store, Jitter jitter) {
        return configurer -> {
            configurer.registerComponent(Jitter.class, c -> jitter);
            configurer.eventProcessing(processing -> {
                processing.registerPooledStreamingEventProcessor(
                        "saga-delivery", org.axonframework.config.Configuration::eventStore, fromHead());
                processing.registerSaga(DeliverySaga.class, saga -> saga.configureSagaStore(c -> store));
                processing.assignHandlerTypesMatching("saga-delivery", DeliverySaga.class::equals);
            });
        };
    }

    @Bean
    ConfigurerModule projections(Projectors projectors) {
        return configurer -> configurer.eventProcessing(processing -> projectors
                .in(LarumConfiguration.LIVE)
                .forEach(projector ->
                        register(processing, "projection-" + projector.room(), new Projecting(projector), fromTail())));
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
