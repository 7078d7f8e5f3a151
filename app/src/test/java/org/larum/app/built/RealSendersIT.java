package org.larum.app.built;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Prometheus finds a fault and reports it both ways, straight to Larum and through a real Alertmanager: an incident opens,
 * a mail arrives, amtool sees the alert, the fault clears, the incident closes.
 */
class RealSendersIT {

    private static final String WEBHOOK_KEY = "the-webhook-key-of-the-real-senders-test";
    private static final String DIRECT_KEY = "the-direct-key-of-the-real-senders-test-";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JsonMapper json = JsonMapper.shared();
    private final List<Process> programs = new ArrayList<>();
    private final AtomicInteger failing = new AtomicInteger();

    @TempDir
    private Path dir;

    @AfterEach
    void endPrograms() {
        programs.forEach(Process::destroy);
        programs.forEach(program -> program.onExit().join());
    }

    @Test
    void aFaultThatPrometheusSeesOpensAnIncidentMailsTheOneOnCallAndClosesItAgain() throws IOException {
        var prometheus = Debian.program("/usr/bin/prometheus", "prometheus");
        var alertmanager = Debian.program("/usr/bin/prometheus-alertmanager", "prometheus-alertmanager");
        var amtool = Debian.program("/usr/bin/amtool", "prometheus-alertmanager");
        var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        var metrics = metrics();
        mail.start();
        try (var larum =
                new BuiltServer(dir.resolve("data"), organisation(mail.getSmtp().getPort()))) {
            int alertmanagerPort = startAlertmanager(alertmanager, larum);
            startPrometheus(
                    prometheus, larum, alertmanagerPort, metrics.getAddress().getPort());

            failing.set(1);
            BuiltServer.eventually(
                    "the alert came both ways",
                    PATIENCE,
                    () -> items(larum, "/api/alerts?state=open").size() == 2);
            var incidents = items(larum, "/api/incidents");
            assertThat(incidents).hasSize(1);
            assertThat(incidents.getFirst().get("severity").asString()).isEqualTo("critical");
            BuiltServer.eventually("a mail arrived", PATIENCE, () -> mail.getReceivedMessages().length > 0);
            assertThat(ask(amtool, larum)).contains("PaymentsFail").contains("7 of 100 payments fail");

            failing.set(0);
            BuiltServer.eventually(
                    "the incident closed",
                    PATIENCE,
                    () -> items(larum, "/api/incidents?state=resolved").size() == 1);
            assertThat(items(larum, "/api/alerts?state=resolved")).hasSize(2);
            assertThat(mail.getReceivedMessages()).hasSize(1);
            assertThat(ask(amtool, larum)).doesNotContain("PaymentsFail");
        } finally {
            metrics.stop(0);
            mail.stop();
        }
    }

    private List<JsonNode> items(BuiltServer larum, String path) {
        var answer = larum.get(path);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        var found = new ArrayList<JsonNode>();
        json.readTree(answer.body()).get("items").forEach(found::add);
        return found;
    }

    private static String organisation(int smtp) {
        return """
                people: {ada: {name: Ada Lovelace, email: ada@example.test, timeZone: Europe/London}}
                services: {checkout: {name: Checkout, policy: payments-oncall}}
                policies: {payments-oncall: {steps: [{notify: ["person:ada"], wait: 5m}]}}
                integrations:
                  webhook: {type: alertmanager, key: %s, service: checkout}
                  direct: {type: alertmanager, key: %s, service: checkout}
                channels: {email: {host: 127.0.0.1, port: %d, from: larum@example.test}}
                """.formatted(WEBHOOK_KEY, DIRECT_KEY, smtp);
    }

    /** What Prometheus scrapes: whether payments fail just now. */
    private HttpServer metrics() throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/metrics", exchange -> {
            var body = ("payments_failing " + failing.get() + "\n").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private int startAlertmanager(Path program, BuiltServer larum) {
        int port = BuiltServer.freePort();
        var config = BuiltServer.write(dir.resolve("alertmanager.yml"), """
                route: {receiver: larum, group_wait: 1s, group_interval: 1s, repeat_interval: 1h}
                receivers: [{name: larum, webhook_configs: [{url: "%s/hooks/alertmanager/%s", send_resolved: true}]}]
                """.formatted(larum.url(), WEBHOOK_KEY));
        programs.add(BuiltServer.start(
                dir.resolve("alertmanager.log"),
                Map.of(),
                List.of(
                        program.toString(),
                        "--config.file=" + config,
                        "--storage.path=" + dir.resolve("alertmanager"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address=")));
        return port;
    }

    private void startPrometheus(Path program, BuiltServer larum, int alertmanager, int metrics) {
        var rules = BuiltServer.write(dir.resolve("rules.yml"), """
                groups:
                  - name: payments
                    rules:
                      - alert: PaymentsFail
                        expr: payments_failing == 1
                        labels: {severity: critical}
                        annotations: {summary: "7 of 100 payments fail"}
                """);
        var config = BuiltServer.write(dir.resolve("prometheus.yml"), """
                global: {scrape_interval: 1s, evaluation_interval: 1s}
                rule_files: ["%s"]
                scrape_configs: [{job_name: shop, static_configs: [{targets: ["127.0.0.1:%d"]}]}]
                alerting:
                  alertmanagers:
                    - {static_configs: [{targets: ["127.0.0.1:%d"]}]}
                    - {path_prefix: "/alertmanager/%s", static_configs: [{targets: ["%s"]}]}
                """.formatted(
                        rules, metrics, alertmanager, DIRECT_KEY, larum.url().replace("http://", "")));
        programs.add(BuiltServer.start(
                dir.resolve("prometheus.log"),
                Map.of(),
                List.of(
                        program.toString(),
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + dir.resolve("prometheus"),
                        "--web.listen-address=127.0.0.1:" + BuiltServer.freePort(),
                        "--rules.alert.resend-delay=2s")));
    }

    private String ask(Path amtool, BuiltServer larum) {
        var log = dir.resolve("amtool.log");
        var url = "--alertmanager.url=" + larum.url() + "/alertmanager/" + DIRECT_KEY;
        var process =
                BuiltServer.start(log, Map.of(), List.of(amtool.toString(), url, "alert", "query", "-o", "extended"));
        try {
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            var said = Files.readString(log);
            assertThat(process.exitValue()).describedAs(said).isZero();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
