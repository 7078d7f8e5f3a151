package org.larum.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.intake.Fakes.bytes;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.app.intake.Fakes.RecordingIntake;
import org.larum.app.metrics.Meters;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every door for machines promises; each dialect says how it looks there. */
public abstract class DoorContract {

    protected static final JsonMapper JSON = JsonMapper.builder().build();

    protected final RecordingIntake intake = new RecordingIntake();
    private @Nullable WebTestClient client;

    /** The doors under test, over the fakes. */
    protected abstract Object doors(RecordingIntake recording);

    /** The address without its last slash; {@code key} is percent-encoded if the address holds one. */
    protected abstract String address(String key);

    /** A body with one trigger. */
    protected abstract String trigger();

    protected abstract int taken();

    /** Fails unless this is how the dialect says no. */
    protected abstract void assertRefusal(int status, HttpHeaders headers, JsonNode body);

    /** Puts the key into the request if the dialect wants it in a header. */
    protected WebTestClient.RequestBodySpec with(String key, WebTestClient.RequestBodySpec request) {
        return request;
    }

    protected WebTestClient client() {
        if (client == null) {
            var doors = doors(intake);
            var bound = new InFlight(100, Long.MAX_VALUE);
            var filter = new MachineFilter(
                    List.of((MachineDoor) doors), bound, new Meters(new SimpleMeterRegistry()), () -> 0);
            client = WebTestClient.bindToController(doors).webFilter(filter).build();
        }
        return client;
    }

    protected WebTestClient.RequestBodySpec post(String suffix) {
        return with(Fakes.KEY, client().post().uri(URI.create(address(Fakes.KEY) + suffix)));
    }

    protected EntityExchangeResult<byte[]> send(byte[] body) {
        return result(post("").bodyValue(body));
    }

    protected static EntityExchangeResult<byte[]> result(WebTestClient.RequestHeadersSpec<?> request) {
        return request.exchange().expectBody(byte[].class).returnResult();
    }

    protected static JsonNode json(EntityExchangeResult<byte[]> result) {
        var body = result.getResponseBody();
        return JSON.readTree(body == null ? new byte[0] : body);
    }

    protected void assertRefused(EntityExchangeResult<byte[]> result, int status) {
        assertThat(result.getStatus().value()).isEqualTo(status);
        assertRefusal(status, result.getResponseHeaders(), json(result));
    }

    @ParameterizedTest
    @MethodSource("org.larum.app.intake.HostileBodies#all")
    void hostileBodiesAreRefusedInTheShapeOfTheDialect(HostileBodies.Body body) {
        var request = post("");
        if (!body.encoding().isEmpty()) {
            request.header(HttpHeaders.CONTENT_ENCODING, body.encoding());
        }
        var result = result(request.bodyValue(body.sent()));
        assertThat(result.getStatus().is4xxClientError()).as(result.toString()).isTrue();
        assertRefusal(result.getStatus().value(), result.getResponseHeaders(), json(result));
        assertThat(intake.taken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json", "text/plain;charset=UTF-8", "application/x-www-form-urlencoded",
                "application/cloudevents+json", "multipart/form-data", "application/json; charset=iso-8859-9"
            })
    void anyContentTypeIsTaken(String type) {
        var result = result(post("").header(HttpHeaders.CONTENT_TYPE, type).bodyValue(bytes(trigger())));
        assertThat(result.getStatus().value()).isEqualTo(taken());
        assertThat(intake.taken).hasSize(1);
    }

    @Test
    void noContentTypeIsTakenAndSoIsAnyAccept() {
        var body = BodyInserters.fromDataBuffers(Flux.just(buffer(bytes(trigger()))));
        var result =
                result(post("").header(HttpHeaders.ACCEPT, "application/xml").body(body));
        assertThat(result.getStatus().value()).isEqualTo(taken());
    }

    @Test
    void aTrailingSlashIsTheSameDoor() {
        assertThat(result(post("/").bodyValue(bytes(trigger()))).getStatus().value())
                .isEqualTo(taken());
        assertThat(intake.taken).hasSize(1);
    }

    @Test
    void gzipIsUnpackedAndKeptUnpacked() {
        var result = result(
                post("").header(HttpHeaders.CONTENT_ENCODING, "gzip").bodyValue(HostileBodies.gzip(bytes(trigger()))));
        assertThat(result.getStatus().value()).isEqualTo(taken());
        assertThat(intake.requests.getFirst().body()).isEqualTo(bytes(trigger()));
    }

    @Test
    void aBodyInPiecesOfUnknownLengthIsStoppedAtTheLimit() {
        var pieces = Flux.range(0, 1000).map(i -> buffer(new byte[64 * 1024]));
        assertRefused(result(post("").body(BodyInserters.fromDataBuffers(pieces))), 413);
    }

    @Test
    void aChangedByteNeverMakesOurTrouble() {
        var random = new Random(20261123);
        var whole = bytes(trigger());
        for (int i = 0; i < 300; i++) {
            var changed = whole.clone();
            changed[random.nextInt(whole.length)] = (byte) random.nextInt(256);
            var result = send(changed);
            assertThat(result.getStatus().value())
                    .as(new String(changed, StandardCharsets.ISO_8859_1))
                    .isLessThan(500);
        }
    }

    @Test
    void aBodyInSmallPiecesIsPutTogether() {
        var whole = bytes(trigger());
        var pieces = Flux.range(0, whole.length).map(i -> buffer(new byte[] {whole[i]}));
        var result = result(post("").body(BodyInserters.fromDataBuffers(pieces)));
        assertThat(result.getStatus().value()).isEqualTo(taken());
        assertThat(intake.requests.getFirst().body()).isEqualTo(whole);
    }

    @Test
    void ourOwnTroubleIs503WithRetryAfter() {
        intake.failure = Fakes.databaseAway();
        var result = send(bytes(trigger()));
        assertRefused(result, 503);
        assertThat(result.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                .matches("[1-9]");
    }

    /** Where it is 429 for a key that is greedy; 503 where senders drop what they hear 4xx for. */
    protected abstract int greedy();

    @Test
    void aGreedyKeyHearsWhenToComeBack() {
        intake.failure = new Overloaded(Overloaded.Kind.GREEDY, 2);
        var result = send(bytes(trigger()));
        assertRefused(result, greedy());
        assertThat(result.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                .isEqualTo("2");
        assertThat(intake.taken).isEmpty();
    }

    @Test
    void aFullServerIs503WithRetryAfter() {
        intake.failure = new Overloaded(Overloaded.Kind.FULL, 3);
        var result = send(bytes(trigger()));
        assertRefused(result, 503);
        assertThat(result.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                .isEqualTo("3");
    }

    @Test
    void theDoorIsKnownByItsPathAndSaysTheSameBeforeItReads() {
        var door = (MachineDoor) doors(intake);
        assertThat(door.isAt(URI.create(address(Fakes.KEY)).getRawPath())).isTrue();
        assertThat(door.isAt("/api/incidents")).isFalse();
        var request = MockServerHttpRequest.post(address(Fakes.KEY)).build();
        assertThat(door.answer(request.getPath().value(), request))
                .hasValueSatisfying(answered -> assertThat(answered.route()).doesNotContain(Fakes.KEY));
        assertThat(door.answer(request.getPath().value() + "/x", request)).isEmpty();
        var early = door.overloaded(new Overloaded(Overloaded.Kind.FULL, 3));
        assertThat(early.getStatusCode().value()).isEqualTo(503);
        assertThat(early.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("3");
        assertRefusal(503, early.getHeaders(), JSON.readTree(early.getBody()));
    }

    private static DataBuffer buffer(byte[] bytes) {
        return DefaultDataBufferFactory.sharedInstance.wrap(bytes);
    }
}
