package org.larum.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.larum.app.metrics.Meters;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class MachineFilterTest {

    private static final MachineDoor DOOR = new MachineDoor() {
        @Override
        public boolean isAt(String path) {
            return path.startsWith("/api/detections");
        }

        @Override
        public Optional<Answered> answer(String path, ServerHttpRequest request) {
            return switch (path) {
                case "/api/detections/short" -> answered(Mono.just(Answer.json(202, "taken")));
                case "/api/detections/bug" -> answered(Mono.error(new IllegalStateException("machinery")));
                default -> Optional.empty();
            };
        }

        private Optional<Answered> answered(Mono<ResponseEntity<byte[]>> answer) {
            return Optional.of(new Answered("/api/detections", answer));
        }

        @Override
        public String dialect() {
            return "native";
        }

        @Override
        public ResponseEntity<byte[]> overloaded(Overloaded refusal) {
            return Answer.overloaded(refusal, refusal.status());
        }
    };

    private final InFlight inFlight = new InFlight(3, 1_000_000);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MachineFilter filter = new MachineFilter(List.of(DOOR), inFlight, new Meters(registry), () -> 0.9);
    private final List<Sinks.One<Void>> underWay = new ArrayList<>();
    private final List<String> read = new ArrayList<>();

    private MockServerWebExchange exchange(MockServerHttpRequest.BaseBuilder<?> request) {
        return MockServerWebExchange.from(request.build());
    }

    private MockServerWebExchange sized(long size) {
        return exchange(MockServerHttpRequest.post("/api/detections").contentLength(size));
    }

    private Disposable start(MockServerWebExchange exchange) {
        return filter.filter(exchange, next -> {
                    var answer = Sinks.<Void>one();
                    underWay.add(answer);
                    return answer.asMono();
                })
                .subscribe();
    }

    private static int status(MockServerWebExchange exchange) {
        var status = exchange.getResponse().getStatusCode();
        return status == null ? 0 : status.value();
    }

    @Test
    void aRequestCountsUntilItsAnswerIsWritten() {
        start(sized(300));
        assertThat(inFlight.requests()).isEqualTo(1);
        assertThat(inFlight.bytes()).isEqualTo(300);
        underWay.getFirst().tryEmitEmpty();
        assertThat(inFlight.requests()).isZero();
        assertThat(inFlight.bytes()).isZero();
    }

    @Test
    void aSenderThatHangsUpCountsNoMore() {
        start(sized(300)).dispose();
        assertThat(inFlight.requests()).isZero();
    }

    @Test
    void oneTooManyIsRefusedWithoutReadingIt() {
        for (int i = 0; i < 3; i++) {
            start(sized(1));
        }
        Flux<DataBuffer> body = Flux.defer(() -> {
            read.add("read");
            return Flux.empty();
        });
        var fourth = MockServerWebExchange.from(MockServerHttpRequest.post("/api/detections")
                .header(HttpHeaders.CONTENT_LENGTH, "1")
                .body(body));
        start(fourth);
        assertThat(underWay).hasSize(3);
        assertThat(read).isEmpty();
        assertThat(status(fourth)).isEqualTo(503);
        assertThat(fourth.getResponse().getHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                .isEqualTo("3");
        assertThat(fourth.getResponse().getBodyAsString().block()).contains("server_overloaded");
        assertThat(registry.counter("larum.detections.refused", "dialect", "native", "reason", "full")
                        .count())
                .isEqualTo(1);
        assertThat(inFlight.requests()).isEqualTo(3);
    }

    @Test
    void bytesAreBoundAsTheyAreSaidAndAsTheMostWhenTheyAreNot() {
        start(sized(500_000));
        var chunked = exchange(MockServerHttpRequest.post("/api/detections"));
        start(chunked);
        assertThat(status(chunked)).isEqualTo(503);
        start(exchange(MockServerHttpRequest.post("/api/detections")
                .contentLength(50_000)
                .header(HttpHeaders.CONTENT_ENCODING, "gzip")));
        assertThat(inFlight.bytes()).isEqualTo(900_000);
    }

    @Test
    void whatIsNoDoorForMachinesIsNotCounted() {
        start(exchange(MockServerHttpRequest.get("/api/detections")));
        start(exchange(MockServerHttpRequest.post("/api/sessions").contentLength(10)));
        assertThat(underWay).hasSize(2);
        assertThat(inFlight.requests()).isZero();
    }

    @Test
    void whatIsPostedToADoorsOwnAddressIsAnsweredThereAndGoesNoFurther() {
        var taken = exchange(MockServerHttpRequest.post("/api/detections/short").contentLength(10));
        start(taken);
        assertThat(underWay).isEmpty();
        assertThat(status(taken)).isEqualTo(202);
        assertThat(taken.getResponse().getBodyAsString().block()).isEqualTo("\"taken\"");
        assertThat(inFlight.requests()).isZero();
    }

    @Test
    void aBugOfOursIs500AndTellsNoMachinery() {
        var failed = exchange(MockServerHttpRequest.post("/api/detections/bug").contentLength(10));
        start(failed);
        assertThat(status(failed)).isEqualTo(500);
        assertThat(failed.getResponse().getBodyAsString().block())
                .contains("\"code\":\"bug\"")
                .doesNotContain("machinery");
        assertThat(inFlight.requests()).isZero();
    }
}
