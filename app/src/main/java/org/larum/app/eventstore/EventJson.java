package org.larum.app.eventstore;

import java.lang.reflect.Constructor;
import java.util.UUID;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Identifier;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.module.SimpleModule;

/** Writes events under their logical names; reads any type only if it is ours or Axon's own. */
public final class EventJson extends Jackson3Serializer {

    public EventJson() {
        super(json());
    }

    /** What Axon itself stores: tokens and sagas. */
    static Builder json() {
        var allowed = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .allowIfSubType("org.larum.")
                .build();
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(b -> configure(b)
                        .polymorphicTypeValidator(allowed)
                        // An old node must be able to read what a newer one adds.
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
    }

    /** Ids as bare UUIDs and times as ISO 8601, also for the HTTP API and the projections. */
    public static <B extends MapperBuilder<?, B>> B configure(B builder) {
        return builder.addModule(identifiers())
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's signature
    public SerializedType typeForClass(@Nullable Class type) {
        return type != null && EventNames.isEvent(type)
                ? new SimpleSerializedType(EventNames.of(type), EventNames.revision(type))
                : super.typeForClass(type);
    }

    /** By its name alone: looking a class up by the name of its file took a tenth of what reading an event does. */
    @Override
    @SuppressWarnings("rawtypes") // Axon's signature
    public Class classForType(SerializedType type) {
        var found = EventNames.named(type.getName());
        return found == null ? super.classForType(type) : found;
    }

    private static SimpleModule identifiers() {
        var module = new SimpleModule("larum-identifiers");
        module.addSerializer(Identifier.class, new ValueSerializer<Identifier>() {
            @Override
            public void serialize(Identifier id, JsonGenerator json, SerializationContext context) {
                json.writeString(id.toString());
            }
        });
        module.setDeserializers(new SimpleDeserializers() {
            @Override
            public @Nullable ValueDeserializer<?> findBeanDeserializer(
                    JavaType type, DeserializationConfig config, BeanDescription.Supplier bean) {
                return Identifier.class.isAssignableFrom(type.getRawClass())
                        ? new IdentifierReader(type.getRawClass())
                        : super.findBeanDeserializer(type, config, bean);
            }
        });
        return module;
    }

    private static final class IdentifierReader extends ValueDeserializer<Identifier> {

        private final Constructor<?> constructor;

        IdentifierReader(Class<?> type) {
            try {
                constructor = type.getConstructor(UUID.class);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(type + " is not a record of one UUID", e);
            }
        }

        @Override
        public Identifier deserialize(JsonParser json, DeserializationContext context) {
            try {
                return (Identifier) constructor.newInstance(UUID.fromString(json.getString()));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("an id could not be made", e);
            }
        }
    }
}
