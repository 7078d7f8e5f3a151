package org.larum.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.FILE;
import static org.larum.domain.directory.DirectoryExamples.chat;
import static org.larum.domain.directory.DirectoryExamples.mail;
import static org.larum.domain.directory.DirectoryExamples.searchService;
import static org.larum.domain.directory.DirectoryExamples.shopTeam;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.app.Servers;
import org.larum.app.TestDatabase;
import org.larum.app.bus.Commands;
import org.larum.app.config.Settings;
import org.larum.app.config.SystemTime;
import org.larum.app.eventstore.EventJson;
import org.larum.app.eventstore.EventLog;
import org.larum.app.eventstore.LogStore;
import org.larum.app.security.Permit;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.DirectoryCommand.Define;
import org.larum.domain.directory.Entry;
import org.larum.domain.incident.IncidentCommand.NoteIncident;
import org.larum.domain.incident.IncidentExamples;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Refusal;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** The server as it starts: nothing of Axon fell back to what keeps nothing. */
class InfrastructureIT {

    private static ConfigurableApplicationContext server;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = Servers.start(TestDatabase.freshUrl(), data, new SystemTime());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyInfrastructureBeanOfAxonIsTheOneDeclaredByHand() {
        assertThat(server.getBean(TransactionManager.class)).isExactlyInstanceOf(SpringTransactionManager.class);
        assertThat(server.getBean(ConnectionProvider.class))
                .isExactlyInstanceOf(SpringDataSourceConnectionProvider.class);
        assertThat(server.getBean(EventStorageEngine.class)).isExactlyInstanceOf(EventLog.class);
        assertThat(server.getBean(EventBus.class)).isExactlyInstanceOf(LogStore.class);
        assertThat(server.getBean(TokenStore.class)).isExactlyInstanceOf(JdbcTokenStore.class);
        assertThat(server.getBean(SagaStore.class)).isExactlyInstanceOf(JdbcSagaStore.class);
        assertThat(server.getBean("eventSerializer")).isExactlyInstanceOf(EventJson.class);
        assertThat(server.getBean("serializer")).isExactlyInstanceOf(Jackson3Serializer.class);
        assertThat(server.getBean("messageSerializer")).isExactlyInstanceOf(Jackson3Serializer.class);
        assertThat(server.getBean(CommandBus.class)).isExactlyInstanceOf(SimpleCommandBus.class);
        assertThat(server.getBeansOfType(Serializer.class)).hasSize(3);
    }

    @Test
    void axonsOwnConfigurationUsesTheSame() {
        var axon = server.getBean(Configuration.class);
        assertThat(axon.eventStore()).isSameAs(server.getBean(LogStore.class));
        assertThat(axon.eventBus()).isSameAs(server.getBean(LogStore.class));
        assertThat(axon.commandBus()).isSameAs(server.getBean(CommandBus.class));
        assertThat(axon.eventSerializer()).isSameAs(server.getBean("eventSerializer"));
        assertThat(axon.serializer()).isSameAs(server.getBean("serializer"));
        assertThat(axon.getComponent(TransactionManager.class)).isSameAs(server.getBean(TransactionManager.class));
    }

    @Test
    void everyProcessorKeepsItsPlaceInTheDatabaseAndStopsAtWhatItCannotHandle() {
        var processing = server.getBean(Configuration.class).eventProcessingConfiguration();
        var processors = processing.eventProcessors();
        assertThat(processors.keySet())
                .contains(
                        "projection-alert",
                        "projection-incident",
                        "projection-timeline",
                        "projection-outbox",
                        "projection-change",
                        "when-alert-raised",
                        "when-alert-correlated",
                        "when-incident-needs-answer",
                        "when-escalation-asks",
                        "saga-delivery")
                .allMatch(name -> name.matches("(projection|when|saga)-[a-z-]+"));
        processors.forEach((name, processor) -> {
            assertThat(processor).as(name).isExactlyInstanceOf(PooledStreamingEventProcessor.class);
            assertThat(processing.tokenStore(name)).as(name).isSameAs(server.getBean(TokenStore.class));
            assertThat(processing.transactionManager(name)).as(name).isSameAs(server.getBean(TransactionManager.class));
            assertThat(processor.isRunning()).as(name + " runs").isTrue();
            assertThat(((PooledStreamingEventProcessor) processor).supportsReset())
                    .as(name + " is never reset")
                    .isFalse();
        });
        var reaction = processing.eventProcessor("when-alert-raised", PooledStreamingEventProcessor.class);
        assertThat(reaction).isPresent();
        assertThat(processing.listenerInvocationErrorHandler("when-alert-raised"))
                .isSameAs(PropagatingErrorHandler.instance());
    }

    @Test
    void aCommandThatIsRefusedUndoesNothingButItself() {
        var commands = server.getBean(Commands.class);
        commands.inOneUnit(() -> {
            commands.within(Map.of(), define(shopTeam(), FILE));
            assertThatThrownBy(() -> commands.within(
                            Map.of(),
                            define(
                                    new Definition.Team(
                                            shopTeam().id(),
                                            "shop",
                                            "Mine",
                                            shopTeam().members()),
                                    Entry.API)))
                    .isInstanceOf(Refusal.class);
            commands.within(Map.of(), define(searchService(), FILE));
            return true;
        });
        assertThat(eventsOf(shopTeam())).isEqualTo(1);
        assertThat(eventsOf(searchService())).isEqualTo(1);
    }

    @Test
    void aFaultUndoesTheWholeUnit() {
        var commands = server.getBean(Commands.class);
        assertThatThrownBy(() -> commands.inOneUnit(() -> {
                    commands.within(Map.of(), define(mail(), FILE));
                    commands.within(Map.of(), define(chat(), FILE));
                    throw new IllegalStateException("a fault");
                }))
                .hasMessage("a fault");
        assertThat(eventsOf(mail())).isZero();
        assertThat(eventsOf(chat())).isZero();
    }

    @Test
    void manyWhoWriteToOneStreamAllSucceedInTheEnd() throws Exception {
        var commands = server.getBean(Commands.class);
        commands.send(IncidentExamples.open());
        try (var writers = Executors.newFixedThreadPool(4)) {
            var done = new ArrayList<Future<?>>();
            for (int i = 0; i < 40; i++) {
                var note = new NoteIncident(
                        IncidentExamples.INCIDENT, new UUID(0, i), BY_ADA, "note " + i, Monday.at(i), List.of());
                done.add(writers.submit(() -> commands.send(note)));
            }
            for (var one : done) {
                one.get(30, TimeUnit.SECONDS);
            }
        }
        assertThat(eventsOf(IncidentExamples.INCIDENT.value())).isEqualTo(41);
    }

    @Test
    void everyRouteOfTheRunningServerDeclaresItsPermission() {
        var routes = new HashMap<>(server.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods());
        assertThat(routes).hasSizeGreaterThanOrEqualTo(30);
        // springdoc describes the API in tests alone; its route is no route of Larum's
        routes.values().removeIf(method -> method.getBeanType().getName().startsWith("org.springdoc."));
        routes.forEach((route, method) -> assertThat(method.hasMethodAnnotation(Permit.class)
                        || method.getBeanType().isAnnotationPresent(Permit.class))
                .as(route + " declares @Permit")
                .isTrue());
    }

    /** The settings are faked on one database, so that the others of this run stay as they are. */
    @ParameterizedTest
    @ValueSource(strings = {"fsync", "full_page_writes", "synchronous_commit"})
    void aDatabaseThatMayForgetIsRefused(String setting, @TempDir Path data) {
        var url = TestDatabase.freshUrl();
        var name = url.replaceAll(".*/([a-z0-9_]+)\\?.*", "$1");
        var jdbc = JdbcClient.create(TestDatabase.pool(url));
        jdbc.sql("create function public.current_setting(text) returns text language sql as $$ select case when $1 = '"
                        + setting + "' then 'off' else pg_catalog.current_setting($1) end $$")
                .update();
        jdbc.sql("alter database " + name + " set search_path = public, pg_catalog")
                .update();
        assertThatThrownBy(() -> Servers.start(url, data, new SystemTime()).close())
                .rootCause()
                .isInstanceOf(Settings.Wrong.class)
                .hasMessageContaining(setting + " = off")
                .hasMessageContaining("Set " + setting + " = on");
    }

    private static Define define(Definition definition, String origin) {
        return new Define(definition.id().value(), definition, origin);
    }

    private static int eventsOf(Definition definition) {
        return eventsOf(definition.id().value());
    }

    private static int eventsOf(UUID aggregate) {
        return server.getBean(JdbcClient.class)
                .sql("select count(*) from event where aggregate_id = ?")
                .param(aggregate)
                .query(Integer.class)
                .single();
    }
}
