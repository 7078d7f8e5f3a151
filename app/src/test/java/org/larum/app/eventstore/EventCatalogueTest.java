package org.larum.app.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.larum.domain.EventExamples;
import org.larum.domain.shared.Event;

/**
 * Every event as it stands in logs. A golden file is written once, with {@code -Dlarum.golden.write=true}, and never edited or
 * deleted: the logs that it stands for cannot be edited either.
 */
class EventCatalogueTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/events");
    private static final EventJson JSON = new EventJson();

    @BeforeAll
    static void writeWhatIsNew() throws IOException {
        if (Boolean.getBoolean("larum.golden.write")) {
            for (var event : EventExamples.all()) {
                var newest = file(event.getClass());
                if (!Files.exists(newest) || !Files.readString(newest).strip().equals(json(event))) {
                    Files.writeString(next(event.getClass()), json(event) + "\n");
                }
            }
        }
    }

    static Stream<Class<?>> everyEvent() {
        return EventNames.all().values().stream();
    }

    static List<Path> everyFile() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void everyEventIsWrittenAsItAlwaysWas(Class<?> type) throws IOException {
        assertThat(file(type))
                .as("golden file; write it once with -Dlarum.golden.write=true")
                .exists();
        assertThat(json(example(type))).isEqualTo(Files.readString(file(type)).strip());
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void everyEventHasARevisionFromTheFirstDay(Class<?> type) {
        assertThat(type.getAnnotation(Revision.class)).isNotNull();
        assertThat(Short.parseShort(EventNames.revision(type))).isPositive();
        assertThat(JSON.typeForClass(type).getName())
                .isEqualTo(EventNames.of(type))
                .matches("[a-z]+\\.[A-Z]\\w+");
    }

    @ParameterizedTest
    @MethodSource("everyFile")
    void whatWasEverWrittenIsStillRead(Path file) throws IOException {
        var parts = file.getFileName().toString().split("\\.");
        assertThat(parts).as("room.Event.rN.json, or room.Event.rN.M.json").hasSizeBetween(4, 5);
        var name = parts[0] + "." + parts[1];
        var revision = parts[2].substring(1);
        var type = Objects.requireNonNull(
                EventNames.all().get(name), () -> "an event that was ever written stays known: " + name);
        var read = read(name, revision, Files.readAllBytes(file));
        assertThat(read).isInstanceOf(type);
        if (file.equals(file(type))) {
            assertThat(read).isEqualTo(example(type));
        }
    }

    @Test
    void thereIsOneExampleOfEveryEvent() {
        assertThat(EventExamples.all()).extracting(Object::getClass).doesNotHaveDuplicates();
        assertThat(examples().keySet())
                .containsExactlyInAnyOrderElementsOf(everyEvent().toList());
        assertThat(EventNames.all()).hasSizeGreaterThanOrEqualTo(41);
    }

    @Test
    void aFieldThatANewerNodeAddsIsNoObstacle() {
        var bytes =
                "{\"group\":\"d4a1e3b2-5e49-5b0c-9d3f-000000000001\",\"incident\":\"d4a1e3b2-5e49-5b0c-9d3f-000000000002\",\"new\":1}";
        assertThat(read("correlation.GroupClosed", "1", bytes.getBytes(StandardCharsets.UTF_8)))
                .hasToString("GroupClosed[group=d4a1e3b2-5e49-5b0c-9d3f-000000000001,"
                        + " incident=d4a1e3b2-5e49-5b0c-9d3f-000000000002]");
    }

    private static Object read(String name, String revision, byte[] payload) {
        var entry = new GenericDomainEventEntry<>(
                "Any",
                "00000000-0000-0000-0000-000000000001",
                0,
                "00000000-0000-0000-0000-000000000002",
                Instant.EPOCH,
                name,
                revision,
                payload,
                "{}".getBytes(StandardCharsets.UTF_8));
        return EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(entry), JSON, Upcasters.inOrder())
                .next()
                .getPayload();
    }

    private static String json(Event event) {
        return JSON.serialize(event, String.class).getData();
    }

    private static Event example(Class<?> type) {
        return Objects.requireNonNull(
                examples().get(type), () -> "EventExamples needs an example of " + type.getSimpleName());
    }

    private static Map<Class<?>, Event> examples() {
        return EventExamples.all().stream().collect(Collectors.toMap(Event::getClass, Function.identity()));
    }

    /** The newest of the current revision: a field that was added gives a second one, "room.Event.rN.2.json". */
    private static Path file(Class<?> type) {
        var file = file(type, 1);
        for (int nth = 2; Files.exists(file(type, nth)); nth++) {
            file = file(type, nth);
        }
        return file;
    }

    private static Path next(Class<?> type) {
        int nth = 1;
        while (Files.exists(file(type, nth))) {
            nth++;
        }
        return file(type, nth);
    }

    private static Path file(Class<?> type, int nth) {
        var name = EventNames.of(type) + ".r" + EventNames.revision(type);
        return GOLDEN.resolve(name + (nth == 1 ? "" : "." + nth) + ".json");
    }
}
