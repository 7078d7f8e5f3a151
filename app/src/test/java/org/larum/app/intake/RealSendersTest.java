package org.larum.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.larum.app.built.Debian;
import org.larum.app.compat.alertmanager.OpenAlerts;
import org.larum.app.intake.Detection.Action;
import org.larum.app.intake.Fakes.RecordingIntake;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Link;
import org.larum.domain.shared.Time;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A real Alertmanager and a real Prometheus send to the doors; installed when they are missing. */
class RealSendersTest {

    private static final String LABELS = "\"labels\":{\"alertname\":\"DiskFull\",\"instance\":\"srv01:9100\","
            + "\"severity\":\"critical\",\"team\":\"infra\"}";
    private static final Path ALERTMANAGER = Path.of("/usr/bin/prometheus-alertmanager");
    private static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");
    private static final Duration SOON = Duration.ofSeconds(20);

    @EnableWebFlux
    @ComponentScan(
            basePackages = {"org.larum.app.intake", "org.larum.app.compat"},
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = RestController.class))
    static class Doors {}

    @TempDir
    Path directory;

    private final RecordingIntake intake = new RecordingIntake();
    private AnnotationConfigApplicationContext context;
    private DisposableServer server;
    private @Nullable Process sender;
    private int port;

    @BeforeEach
    void start() throws IOException {
        context = new AnnotationConfigApplicationContext();
        context.registerBean(Intake.class, () -> intake);
        context.registerBean(Senders.class, () -> Fakes.SENDERS);
        context.registerBean(Time.class, () -> (Time) Instant::now);
        context.registerBean(Ids.class, () -> Fakes.IDS);
        context.registerBean(OpenAlerts.class, () -> sender -> Mono.just(List.of()));
        context.registerBean(ChangeIntake.class, () -> (sender, raw, change, told) -> Mono.empty());
        context.register(Doors.class);
        context.refresh();
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(
                        WebHttpHandlerBuilder.applicationContext(context).build()))
                .bindNow();
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (sender != null) {
            sender.destroyForcibly().waitFor();
        }
        server.disposeNow();
        context.close();
    }

    @Test
    void anAlertComesByBothWaysAndIsResolved() throws Exception {
        startAlertmanager();
        await().atMost(SOON).ignoreExceptions().until(() -> post("[]") == 200);
        assertThat(post("[{%s,\"annotations\":{\"summary\":\"Disk full on srv01\"}}]".formatted(LABELS)))
                .isEqualTo(200);
        await().atMost(SOON).until(() -> seen(Action.TRIGGER).size() >= 2);
        assertThat(seen(Action.TRIGGER)).anySatisfy(detection -> {
            assertThat(detection.key()).isEqualTo("f2ce9e2ec258db02");
            assertThat(detection.summary()).isEqualTo("Disk full on srv01");
            assertThat(detection.endsAt()).isNull();
        });
        assertThat(seen(Action.TRIGGER)).anySatisfy(detection -> {
            assertThat(detection.key()).hasSize(64);
            assertThat(detection.summary()).startsWith("[FIRING:1]").contains("DiskFull");
            assertThat(detection.about().labels()).containsEntry("source", "Alertmanager");
        });
        post("[{%s,\"endsAt\":\"2026-01-01T00:00:00Z\"}]".formatted(LABELS));
        await().atMost(SOON).until(() -> seen(Action.RESOLVE).size() >= 2);
        assertThat(seen(Action.RESOLVE)).extracting(Detection::key).contains("f2ce9e2ec258db02");
    }

    @Test
    void prometheusSendsAndSaysUntilWhen() throws Exception {
        startPrometheus();
        await().atMost(SOON).until(() -> seen(Action.TRIGGER).size() >= 2);
        var detection = seen(Action.TRIGGER).getFirst();
        assertThat(detection.summary()).isEqualTo("Disk full");
        assertThat(detection.about().service()).isEqualTo("checkout");
        assertThat(detection.about().links()).extracting(Link::text).containsExactly("Runbook", "Source");
        assertThat(detection.endsAt()).isAfter(detection.occurredAt());
        assertThat(seen(Action.TRIGGER)).extracting(Detection::key).containsOnly(detection.key());
    }

    private List<Detection> seen(Action action) {
        return List.copyOf(intake.detections).stream()
                .filter(detection -> detection.action() == action)
                .toList();
    }

    private int post(String alerts) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/v2/alerts".formatted(port)))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(alerts))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private void startAlertmanager() throws IOException {
        Debian.program(ALERTMANAGER.toString(), "prometheus-alertmanager");
        var configuration =
                Files.writeString(directory.resolve("alertmanager.yml"), """
                route: {receiver: larum, group_wait: 0s, group_interval: 1s}
                receivers:
                - name: larum
                  webhook_configs: [{url: "http://127.0.0.1:%1$d/hooks/alertmanager/%2$s/"}]
                  pagerduty_configs: [{url: "http://127.0.0.1:%1$d/v2/enqueue", routing_key: "%2$s"}]
                """.formatted(server.port(), Fakes.KEY));
        start(
                ALERTMANAGER.toString(),
                "--config.file=" + configuration,
                "--storage.path=" + directory.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address=");
    }

    private void startPrometheus() throws IOException {
        Debian.program(PROMETHEUS.toString(), "prometheus");
        Files.writeString(directory.resolve("rules.yml"), """
                groups:
                - name: disks
                  interval: 1s
                  rules:
                  - alert: DiskFull
                    expr: vector(1)
                    labels: {severity: critical, service: checkout}
                    annotations: {summary: "Disk full", runbook_url: "https://runbooks.example/disk"}
                """);
        var configuration =
                Files.writeString(directory.resolve("prometheus.yml"), """
                global: {evaluation_interval: 1s}
                rule_files: [rules.yml]
                alerting:
                  alertmanagers:
                  - path_prefix: /alertmanager/%s
                    static_configs: [{targets: ["127.0.0.1:%d"]}]
                """.formatted(Fakes.KEY, server.port()));
        start(
                PROMETHEUS.toString(),
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + directory.resolve("data"),
                "--rules.alert.resend-delay=1s",
                "--web.listen-address=127.0.0.1:" + port);
    }

    private void start(String... command) throws IOException {
        sender = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
    }
}
