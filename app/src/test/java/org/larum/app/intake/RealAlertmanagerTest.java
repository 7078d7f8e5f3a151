package org.larum.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.larum.app.compat.alertmanager.OpenAlerts;
import org.larum.app.compat.pagerduty.ChangeIntake;
import org.larum.app.intake.Detection.Action;
import org.larum.app.intake.Fakes.RecordingIntake;
import org.larum.domain.shared.Ids;
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

/** A real Alertmanager sends one alert through its webhook and through Events API v2; only where it is installed. */
class RealAlertmanagerTest {

    private static final String LABELS = "\"labels\":{\"alertname\":\"DiskFull\",\"instance\":\"srv01:9100\","
            + "\"severity\":\"critical\",\"team\":\"infra\"}";
    private static final Path ALERTMANAGER = Path.of("/usr/bin/prometheus-alertmanager");

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
    private Process alertmanager;
    private int port;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Files.isExecutable(ALERTMANAGER), "Alertmanager is not installed");
        context = new AnnotationConfigApplicationContext();
        context.registerBean(Intake.class, () -> intake);
        context.registerBean(Senders.class, () -> Fakes.SENDERS);
        context.registerBean(Time.class, () -> Fakes.TIME);
        context.registerBean(Ids.class, () -> Fakes.IDS);
        context.registerBean(OpenAlerts.class, () -> sender -> Mono.just(List.of()));
        context.registerBean(ChangeIntake.class, () -> (sender, raw, change) -> Mono.empty());
        context.register(Doors.class);
        context.refresh();
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(WebHttpHandlerBuilder.applicationContext(context).build()))
                .bindNow();
        alertmanager = alertmanager();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (alertmanager != null) {
            alertmanager.destroyForcibly().waitFor();
            server.disposeNow();
            context.close();
        }
    }

    @Test
    void anAlertComesByBothWaysAndIsResolved() throws Exception {
        await().atMost(Duration.ofSeconds(10)).ignoreExceptions().until(() -> post("[]") == 200);
        assertThat(post("[{%s,\"annotations\":{\"summary\":\"Disk full on srv01\"}}]".formatted(LABELS)))
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(10)).until(() -> seen(Action.TRIGGER).size() >= 2);
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
        await().atMost(Duration.ofSeconds(10)).until(() -> seen(Action.RESOLVE).size() >= 2);
        assertThat(seen(Action.RESOLVE)).extracting(Detection::key).contains("f2ce9e2ec258db02");
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

    private Process alertmanager() throws IOException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var configuration = Files.writeString(directory.resolve("alertmanager.yml"), """
                route: {receiver: larum, group_wait: 0s, group_interval: 1s}
                receivers:
                - name: larum
                  webhook_configs: [{url: "http://127.0.0.1:%1$d/hooks/alertmanager/%2$s/"}]
                  pagerduty_configs: [{url: "http://127.0.0.1:%1$d/v2/enqueue", routing_key: "%2$s"}]
                """.formatted(server.port(), Fakes.KEY));
        return new ProcessBuilder(
                        ALERTMANAGER.toString(),
                        "--config.file=" + configuration,
                        "--storage.path=" + directory.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address=")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
    }
}
