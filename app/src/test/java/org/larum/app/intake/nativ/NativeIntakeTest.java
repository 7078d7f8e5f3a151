package org.larum.app.intake.nativ;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.intake.Fakes.bytes;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.larum.app.intake.DoorContract;
import org.larum.app.intake.Fakes;
import org.larum.app.intake.Fakes.RecordingIntake;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

class NativeIntakeTest extends DoorContract {

    @Override
    protected Object doors(RecordingIntake recording) {
        return new NativeIntake(Fakes.SENDERS, recording, Fakes.TIME);
    }

    @Override
    protected String address(String key) {
        return "/api/detections";
    }

    @Override
    protected String trigger() {
        return "{\"key\":\"disk\",\"summary\":\"Disk full\",\"severity\":\"high\"}";
    }

    @Override
    protected int greedy() {
        return 429;
    }

    @Override
    protected int taken() {
        return 202;
    }

    @Override
    protected WebTestClient.RequestBodySpec with(String key, WebTestClient.RequestBodySpec request) {
        return request.header(HttpHeaders.AUTHORIZATION, "Bearer " + key);
    }

    @Override
    protected void assertRefusal(int status, HttpHeaders headers, JsonNode body) {
        assertThat(headers.getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo("application/problem+json");
        assertThat(body.get("status").intValue()).isEqualTo(status);
        assertThat(body.get("type").asString()).isNotBlank();
        assertThat(body.get("title").asString()).isNotBlank();
        assertThat(body.get("detail").asString()).isNotBlank();
        assertThat(body.get("code").asString()).matches("[a-z_]+");
    }

    @Test
    void oneDetectionIsAnsweredAfterItIsStored() {
        var result = send(bytes(trigger()));
        assertThat(result.getStatus().value()).isEqualTo(202);
        var item = json(result).get("items").get(0);
        assertThat(item.get("alert").asString()).hasSize(36);
        assertThat(item.get("key").asString()).isEqualTo("disk");
        assertThat(item.get("outcome").asString()).isEqualTo("raised");
        assertThat(item.get("count").intValue()).isEqualTo(1);
        assertThat(item.has("why")).isFalse();
        assertThat(item.has("field")).isFalse();
        assertThat(intake.requests.getFirst().dialect()).isEqualTo("native");
    }

    @Test
    void anIgnoredResolutionSaysWhy() {
        var item = json(send(bytes("{\"key\":\"x\",\"action\":\"resolve\"}")))
                .get("items")
                .get(0);
        assertThat(item.get("alert").isNull()).isTrue();
        assertThat(item.get("outcome").asString()).isEqualTo("ignored");
        assertThat(item.get("why").asString()).isNotBlank();
    }

    @Test
    void validItemsOfABatchAreKeptAndTheOthersNamed() {
        var result = send(
                bytes("[{\"key\":\"a\",\"summary\":\"A\"},{\"key\":\"b\",\"summary\":\"B\",\"labels\":{\"team\":{}}},"
                        + "{\"key\":\"c\",\"summary\":\"C\"}]"));
        assertThat(result.getStatus().value()).isEqualTo(202);
        var items = json(result).get("items");
        assertThat(items.size()).isEqualTo(3);
        assertThat(items.get(1).toString())
                .isEqualTo("{\"alert\":null,\"key\":\"b\",\"outcome\":\"refused\",\"count\":0,"
                        + "\"why\":\"must be text, a number or a boolean\",\"field\":\"[1].labels.team\"}");
        assertThat(items.get(2).get("key").asString()).isEqualTo("c");
        assertThat(intake.detections).extracting("key").containsExactly("a", "c");
    }

    @Test
    void aBatchWithNothingValidNamesEveryPath() {
        var result = send(bytes("[{\"summary\":\"A\"},{\"key\":\"b\"}]"));
        assertRefused(result, 400);
        var errors = json(result).get("errors");
        assertThat(errors.get(0).get("path").asString()).isEqualTo("[0].key");
        assertThat(errors.get(1).get("path").asString()).isEqualTo("[1].summary");
        assertThat(intake.requests).isEmpty();
    }

    @Test
    void aThousandItemsAreTakenAndOneMoreIsTooMany() {
        var item = "{\"key\":\"k\",\"summary\":\"s\"}";
        assertThat(send(bytes(batch(item, 1000))).getStatus().value()).isEqualTo(202);
        assertRefused(send(bytes(batch(item, 1001))), 413);
        assertThat(intake.detections).hasSize(1000);
    }

    @Test
    void limitsOfOneItem() {
        assertThat(send(bytes(withLabels(200, 255, 4096 / 40))).getStatus().value())
                .isEqualTo(202);
        assertThat(path(withLabels(201, 8, 1))).isEqualTo("labels");
        assertThat(path(withLabels(1, 256, 1))).startsWith("labels.0nnnn");
        assertThat(path(withLabels(1, 8, 4097))).isEqualTo("labels.0nnnnnnn");
        assertThat(path(with("\"details\":\"" + "d".repeat(65_535) + "\""))).isEqualTo("details");
        assertThat(path(with("\"details\":[\"" + "ü".repeat(40_000) + "\"]"))).isEqualTo("details");
        assertThat(path(with("\"component\":\"" + "c".repeat(256) + "\""))).isEqualTo("component");
        assertThat(path(with("\"links\":" + batch("\"https://x.example\"", 51))))
                .isEqualTo("links");
        assertThat(path(with("\"details\":{\"log\":\"" + "d".repeat(65_537) + "\"}")))
                .isEqualTo("details.log");
        assertThat(send(bytes(with("\"details\":\"" + "d".repeat(65_534) + "\"")))
                        .getStatus()
                        .value())
                .isEqualTo(202);
    }

    @Test
    void withoutAKnownKeyNothingIsRead() {
        for (var header : new String[] {"Bearer wrong", "Basic " + Fakes.KEY, "Bearer", "", Fakes.KEY}) {
            var request = client().post().uri("/api/detections").header(HttpHeaders.AUTHORIZATION, header);
            assertRefused(result(request.bodyValue(bytes(trigger()))), 401);
        }
        assertRefused(result(client().post().uri("/api/detections").bodyValue(bytes(trigger()))), 401);
        assertThat(intake.requests).isEmpty();
    }

    @Test
    void theSchemeIsReadInAnyCase() {
        var request = client().post().uri("/api/detections").header(HttpHeaders.AUTHORIZATION, "bearer  " + Fakes.KEY);
        assertThat(result(request.bodyValue(bytes(trigger()))).getStatus().value())
                .isEqualTo(202);
    }

    private String path(String body) {
        var result = send(bytes(body));
        assertRefused(result, 400);
        return json(result).get("errors").get(0).get("path").asString();
    }

    private static String with(String field) {
        return "{\"key\":\"k\",\"summary\":\"s\"," + field + "}";
    }

    private static String withLabels(int count, int nameLength, int valueLength) {
        return with(IntStream.range(0, count)
                .mapToObj(i -> {
                    var name = i + "n".repeat(nameLength - String.valueOf(i).length());
                    return "\"%s\":\"%s\"".formatted(name, "v".repeat(valueLength));
                })
                .collect(Collectors.joining(",", "\"labels\":{", "}")));
    }

    private static String batch(String item, int count) {
        return "[" + (item + ",").repeat(count - 1) + item + "]";
    }
}
