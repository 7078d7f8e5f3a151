package org.larum.app.compat.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.intake.Fakes.bytes;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.app.intake.DoorContract;
import org.larum.app.intake.Fakes;
import org.larum.app.intake.Fakes.RecordingIntake;
import org.larum.app.intake.Golden;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

class AlertmanagerApiTest extends DoorContract {

    static final List<OpenAlert> OPEN = List.of(
            open("f2ce9e2ec258db02", "DiskFull", "critical", "http://vm:9090/graph?g0.expr=x"),
            open("02a5b7a6906d2146", "HighLoad", "warning", null));

    @Override
    protected Object doors(RecordingIntake recording) {
        OpenAlerts alerts = sender -> recording.failure == null ? Mono.just(OPEN) : Mono.error(recording.failure);
        return new AlertmanagerApi(Fakes.SENDERS, recording, alerts, Fakes.TIME);
    }

    @Override
    protected String address(String key) {
        return "/alertmanager/" + key + "/api/v2/alerts";
    }

    @Override
    protected String trigger() {
        return "[{\"labels\":{\"alertname\":\"A\"},\"endsAt\":\"2026-11-23T09:04:00Z\"}]";
    }

    @Override
    protected int greedy() {
        return 503;
    }

    @Override
    protected int taken() {
        return 200;
    }

    @Override
    protected void assertRefusal(int status, HttpHeaders headers, JsonNode body) {
        assertThat(headers.getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo("application/json");
        assertThat(body.isString()).isTrue();
        assertThat(body.asString()).isNotBlank();
    }

    @Test
    void successHasNoBody() {
        var result = send(bytes(trigger()));
        assertThat(result.getStatus().value()).isEqualTo(200);
        assertThat(result.getResponseBody()).isNullOrEmpty();
        assertThat(intake.requests.getFirst().dialect()).isEqualTo("alertmanager-api");
    }

    @Test
    void validMembersAreStoredEvenWhenOthersAreNot() {
        var result = send(bytes("[{\"labels\":{}},{\"labels\":{\"alertname\":\"A\"}}]"));
        assertRefused(result, 400);
        assertThat(json(result).asString()).isEqualTo("[0].labels: at least one label pair required");
        assertThat(intake.detections).hasSize(1);
    }

    @Test
    void noAlertsAreFine() {
        assertThat(send(bytes("[]")).getStatus().value()).isEqualTo(200);
        assertThat(intake.requests).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "-; 2",
                "active=true&silenced=false&inhibited=false&unprocessed=false; 2",
                "active=false; 0",
                "filter=alertname%3D%22DiskFull%22; 1",
                "filter=alertname%3D~%22Disk.*%7CHigh.*%22&filter=severity!%3D%22critical%22; 1",
                "filter=alertname%3D~%22Disk%22; 0",
                "receiver=shop; 2",
                "receiver=sho; 0",
                "receiver=s.*; 2",
                "receiver=; 2"
            })
    void alertsAreFound(@Nullable String query, int count) {
        var suffix = query == null ? "" : "?" + query;
        assertThat(json(read("alerts" + suffix)).size()).isEqualTo(count);
        assertThat(json(read("alerts/groups" + suffix)).size()).isEqualTo(count == 0 ? 0 : 1);
    }

    @Test
    void anAlertHasEverythingThatClientsRequire() {
        var alert = json(read("alerts/?filter=alertname%3DHighLoad")).get(0);
        assertThat(alert.toString())
                .isEqualTo("{\"labels\":{\"alertname\":\"HighLoad\",\"severity\":\"warning\"},"
                        + "\"annotations\":{\"summary\":\"HighLoad!\"},\"fingerprint\":\"02a5b7a6906d2146\","
                        + "\"receivers\":[{\"name\":\"shop\"}],\"startsAt\":\"2026-11-23T08:50:00Z\","
                        + "\"updatedAt\":\"2026-11-23T09:00:00Z\",\"endsAt\":\"2026-11-23T09:05:00Z\","
                        + "\"generatorURL\":\"\",\"status\":{\"state\":\"active\",\"silencedBy\":[],"
                        + "\"inhibitedBy\":[],\"mutedBy\":[]}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"filter=a%7Cb", "filter=a%3D~%22(%22", "receiver=(", "filter="})
    void aBadFilterIsTheCallersMistake(String query) {
        assertRefused(read("alerts?" + query), 400);
        assertRefused(read("alerts/groups?" + query), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alerts", "alerts/groups", "status", "receivers", "silences"})
    void everyReadHasBothAddressesAndNeedsTheKey(String name) {
        assertThat(read(name).getStatus().value()).isEqualTo(200);
        assertThat(read(name + "/").getStatus().value()).isEqualTo(200);
        assertRefused(result(client().get().uri("/alertmanager/nobody/api/v2/" + name)), 403);
    }

    @Test
    void statusHasWhatPrometheusAndAmtoolRead() {
        var status = json(read("status"));
        assertThat(status.get("cluster").get("status").asString()).isEqualTo("disabled");
        assertThat(status.get("versionInfo").properties()).hasSize(6);
        assertThat(status.get("config").get("original").asString()).contains("receiver: \"shop\"");
        assertThat(status.get("uptime").asString()).isEqualTo("2026-11-23T09:00:00Z");
    }

    @Test
    void silencesAreNone() {
        assertThat(json(read("silences")).toString()).isEqualTo("[]");
    }

    @Test
    void readingNeedsTheDatabase() {
        intake.failure = Fakes.databaseAway();
        assertRefused(read("alerts"), 503);
    }

    private EntityExchangeResult<byte[]> read(String rest) {
        return result(client().get().uri(URI.create("/alertmanager/" + Fakes.KEY + "/api/v2/" + rest)));
    }

    private static OpenAlert open(String fingerprint, String name, String severity, @Nullable String generator) {
        return new OpenAlert(
                fingerprint,
                new TreeMap<>(Map.of("alertname", name, "severity", severity)),
                Map.of("summary", name + "!"),
                Golden.NOW.minus(Duration.ofMinutes(10)),
                Golden.NOW,
                generator == null ? null : Golden.NOW.plus(Duration.ofMinutes(4)),
                generator);
    }
}
