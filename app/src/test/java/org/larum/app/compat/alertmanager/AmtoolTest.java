package org.larum.app.compat.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.larum.app.built.Debian;
import org.larum.app.intake.Fakes;
import org.larum.app.intake.Fakes.RecordingIntake;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The real client of Alertmanager against a real socket; installed when it is missing. */
class AmtoolTest {

    private static final Path AMTOOL = Path.of("/usr/bin/amtool");
    private static final RecordingIntake INTAKE = new RecordingIntake();
    private static AnnotationConfigApplicationContext context;
    private static DisposableServer server;

    @Configuration
    @EnableWebFlux
    static class Doors {

        @Bean
        AlertmanagerApi api() {
            OpenAlerts alerts = sender -> Mono.just(AlertmanagerApiTest.OPEN);
            return new AlertmanagerApi(Fakes.SENDERS, INTAKE, alerts, Fakes.TIME);
        }

        @Bean
        AlertmanagerHealth health() {
            return new AlertmanagerHealth();
        }
    }

    @BeforeAll
    static void open() {
        context = new AnnotationConfigApplicationContext(Doors.class);
        var handler = WebHttpHandlerBuilder.applicationContext(context).build();
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(handler))
                .bindNow();
    }

    @AfterAll
    static void close() {
        server.disposeNow();
        context.close();
    }

    @BeforeEach
    void forget() {
        INTAKE.detections.clear();
        INTAKE.requests.clear();
    }

    @Test
    void showsWhatIsOpen() throws Exception {
        assertThat(amtool("alert", "query", "-o", "extended")).contains("DiskFull", "HighLoad", "http://vm:9090/graph");
        assertThat(amtool("alert", "query", "severity=~\"crit.*\"", "-o", "simple"))
                .contains("DiskFull")
                .doesNotContain("HighLoad");
        assertThat(amtool("alert", "query", "alertname=\"Nothing\"", "-o", "json")
                        .strip())
                .endsWith("[]");
        assertThat(amtool("alert", "query", "-o", "json")).contains("\"fingerprint\":\"02a5b7a6906d2146\"");
    }

    @Test
    void addsAnAlert() throws Exception {
        var end = "--end=2026-11-23T09:30:00Z";
        amtool("alert", "add", "DiskFull", "instance=srv01:9100", "--annotation=summary=Disk full", end);
        assertThat(INTAKE.detections).hasSize(1);
        var detection = INTAKE.detections.getFirst();
        assertThat(detection.summary()).isEqualTo("Disk full");
        assertThat(detection.about().labels())
                .containsEntry("instance", "srv01:9100")
                .containsEntry("alertname", "DiskFull");
        assertThat(detection.endsAt()).isEqualTo("2026-11-23T09:30:00Z");
    }

    @Test
    void showsStatusConfigurationAndSilences() throws Exception {
        assertThat(amtool("cluster", "show")).contains("disabled");
        assertThat(amtool("config", "show")).contains("receiver: \"shop\"");
        assertThat(amtool("config", "routes", "test", "severity=critical")).contains("shop");
        assertThat(amtool("silence", "query", "-o", "json").strip()).endsWith("[]");
    }

    @Test
    void aClientWithANonsensicalContentTypeIsHeard() throws Exception {
        var body = "[{\"labels\":{\"alertname\":\"A\"}}]";
        assertThat(raw("Content-Type: nonsense\r\nContent-Length: " + body.length(), body))
                .startsWith("HTTP/1.1 200");
        assertThat(INTAKE.detections).hasSize(1);
    }

    @Test
    void tooMuchIsRefusedBeforeItIsSent() throws Exception {
        assertThat(raw("Content-Length: 10000000000", "[")).startsWith("HTTP/1.1 413");
    }

    @Test
    void tooMuchInPiecesIsRefusedToo() throws Exception {
        var piece = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
        assertThat(raw("Transfer-Encoding: chunked", piece.repeat(9) + "0\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
    }

    private static String raw(String headers, String body) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(5000);
            var line = "POST /alertmanager/%s/api/v2/alerts HTTP/1.1\r\nHost: x\r\n".formatted(Fakes.KEY);
            var head = line + headers + "\r\n\r\n";
            socket.getOutputStream().write(Fakes.bytes(head + body));
            socket.getOutputStream().flush();
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return String.valueOf(reader.readLine());
        }
    }

    private static String amtool(String... arguments) throws IOException, InterruptedException {
        Debian.program(AMTOOL.toString(), "prometheus-alertmanager");
        var command = new ArrayList<>(List.of(AMTOOL.toString()));
        command.add("--alertmanager.url=http://127.0.0.1:%d/alertmanager/%s".formatted(server.port(), Fakes.KEY));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
