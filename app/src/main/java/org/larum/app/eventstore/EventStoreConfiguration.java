package org.larum.app.eventstore;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.modelling.saga.repository.jdbc.PostgresSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Every infrastructure bean of Axon, by hand. On Spring Boot 4 the auto-configuration silently falls back to a transaction manager
 * that does nothing and to stores in memory; a test at start asserts each type.
 */
@Configuration(proxyBeanMethods = false)
public class EventStoreConfiguration {

    /** What an event carries beside its payload: which event or request caused it, and who asked. */
    private static final List<String> METADATA = List.of("cause", "actor", "raw");

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager spring) {
        return new SpringTransactionManager(spring);
    }

    /** Directly on the data source: Axon's wrapper would roll back a whole batch when one nested command fails. */
    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new SpringDataSourceConnectionProvider(dataSource);
    }

    @Bean
    @Primary
    Serializer serializer() {
        return EventJson.json().build();
    }

    @Bean
    Serializer messageSerializer() {
        return EventJson.json().build();
    }

    @Bean
    Serializer eventSerializer() {
        return new EventJson();
    }

    @Bean
    EventLog eventLog(
            ConnectionProvider connections,
            TransactionManager transactions,
            @Qualifier("eventSerializer") Serializer events,
            List<RowsWithEvents> rows) {
        return new EventLog(connections, transactions, events, Upcasters.inOrder(), rows);
    }

    @Bean
    LogStore eventStore(EventLog log) {
        return new LogStore(log);
    }

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Serializer serializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .claimTimeout(Duration.ofSeconds(10))
                .schema(TokenSchema.builder()
                        .setTokenTable("processor_tokens")
                        .setProcessorNameColumn("processor")
                        .setTokenTypeColumn("token_type")
                        .setTimestampColumn("touched_at")
                        .build())
                .build();
    }

    @Bean
    SagaStore<Object> sagaStore(ConnectionProvider connections, Serializer serializer) {
        return JdbcSagaStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .sqlSchema(new PostgresSagaSqlSchema(SagaSchema.builder()
                        .sagaEntryTable("sagas")
                        .associationValueEntryTable("saga_associations")
                        .sagaIdColumn("saga_id")
                        .sagaTypeColumn("saga_type")
                        .serializedSagaColumn("serialized")
                        .associationKeyColumn("association_key")
                        .associationValueColumn("association_value")
                        .build()))
                .build();
    }

    /** Keeps an event's metadata compact: Axon's own trace and correlation ids would add a third to its size. */
    public static Map<String, ?> carriedOn(Map<String, ?> metadata) {
        return METADATA.stream().filter(metadata::containsKey).collect(Collectors.toMap(key -> key, metadata::get));
    }
}
