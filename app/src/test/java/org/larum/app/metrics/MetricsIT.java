package org.larum.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.larum.app.Servers;
import org.larum.app.TestDatabase;
import org.larum.app.config.Settings;
import org.larum.app.config.SystemTime;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running server, asked as Prometheus and a load balancer ask; last without its database. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MetricsIT {

    private static final Pattern METRIC = Pattern.compile("\\b(?:larum|jvm|process|system|hikaricp|http)_[a-z_]+\\b");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static ConfigurableApplicationContext published;
    private static ConfigurableApplicationContext local;

    @BeforeAll
    static void start(@TempDir Path data, @TempDir Path other) {
        published = Servers.start(TestDatabase.freshUrl(), data, new SystemTime());
        local = Servers.start(TestDatabase.freshUrl(), other, new SystemTime(), URI.create("http://127.0.0.1:8080"));
        var meters = local.getBean(Meters.class);
        meters.accepted("shop", 3);
        meters.batch(20, Duration.ofMillis(4));
        meters.delivered("email", "accepted");
    }

    @AfterAll
    static void stop() {
        published.close();
        local.close();
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext server, String path, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + Servers.port(server) + path))
                .timeout(Duration.ofSeconds(10));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String scraped() throws IOException, InterruptedException {
        var gauges = local.getBean(Gauges.class);
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        String text;
        do {
            // A processor that has just been started may not have written down yet where it stands.
            gauges.look();
            text = get(local, "/actuator/prometheus").body();
        } while (!text.contains("larum_processor_lag_events{processor=\"saga-delivery\"}") && System.nanoTime() < end);
        return text;
    }

    @Test
    @Order(1)
    void everyMetricOfTheDashboardIsThere() throws Exception {
        get(local, "/api/incidents");
        var there = names(scraped());
        var shown = new TreeSet<String>();
        var dashboard = JSON.readTree(Files.readAllBytes(Path.of("../docs/grafana-dashboard.json")));
        for (var panel : dashboard.get("panels")) {
            for (var target : panel.path("targets")) {
                shown.addAll(names(target.get("expr").asString()));
            }
        }
        assertThat(shown).hasSizeGreaterThan(25);
        assertThat(there).containsAll(shown);
    }

    @Test
    @Order(1)
    void theDashboardIsOneThatGrafanaImports() throws Exception {
        var dashboard = JSON.readTree(Files.readAllBytes(Path.of("../docs/grafana-dashboard.json")));
        assertThat(dashboard.get("schemaVersion").intValue()).isGreaterThanOrEqualTo(38);
        assertThat(dashboard.get("templating").get("list").get(0).get("type").asString())
                .isEqualTo("datasource");
        var ids = new TreeSet<Integer>();
        for (var panel : dashboard.get("panels")) {
            assertThat(ids.add(panel.get("id").intValue()))
                    .as("its id is its own")
                    .isTrue();
            if (!panel.get("type").asString().equals("row")) {
                assertThat(uid(panel)).isEqualTo("${datasource}");
                for (var target : panel.get("targets")) {
                    assertThat(uid(target)).isEqualTo("${datasource}");
                }
            }
        }
    }

    private static String uid(JsonNode node) {
        return node.get("datasource").get("uid").asString();
    }

    @Test
    @Order(1)
    void everyMetricOfOursIsDescribed() throws Exception {
        var described = names(Files.readString(Path.of("../docs/metrics.md")));
        var ours = new TreeSet<String>();
        scraped()
                .lines()
                .filter(line -> line.startsWith("# TYPE larum_"))
                .map(line -> line.split(" ")[2])
                .filter(name -> !name.endsWith("_max"))
                .forEach(ours::add);
        assertThat(ours).hasSizeGreaterThan(15);
        assertThat(described).containsAll(ours);
    }

    private static Set<String> names(String text) {
        var names = new TreeSet<String>();
        METRIC.matcher(text).results().forEach(found -> names.add(found.group()));
        return names;
    }

    @Test
    @Order(1)
    void aPublishedServerShowsItsNumbersOnlyToAdministrators() throws Exception {
        assertThat(get(published, "/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(get(published, "/actuator/prometheus", "Authorization", "Bearer nobody")
                        .statusCode())
                .isEqualTo(401);
        assertThat(get(published, "/actuator").statusCode()).isEqualTo(401);
        var shown = get(published, "/actuator/prometheus", "Authorization", "Bearer " + Servers.ADMIN);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("larum_spool_records 0.0");
        var operator = Files.readString(published.getBean(Settings.class).data().resolve("operator-token"));
        assertThat(get(published, "/actuator/prometheus", "Authorization", "Bearer " + operator.strip())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(1)
    void aLocalServerShowsThemToItsMachineButNotThroughAProxy() throws Exception {
        assertThat(get(local, "/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(get(local, "/actuator/prometheus", "X-Forwarded-For", "10.0.0.9")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @Order(1)
    void whetherItIsReadyIsForEverybodyAndWhyForAdministrators() throws Exception {
        var open = get(published, "/actuator/health/readiness");
        assertThat(open.statusCode()).isEqualTo(200);
        assertThat(open.body()).isEqualTo("{\"status\":\"UP\"}");
        var told = get(published, "/actuator/health/readiness", "Authorization", "Bearer " + Servers.ADMIN);
        assertThat(told.body()).contains("\"detections\":\"stored\"");
        assertThat(get(local, "/actuator/health/readiness").body()).contains("\"detections\":\"stored\"");
        assertThat(get(published, "/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void withoutItsDatabaseItSpoolsAndSaysSoAndStillShowsItsLastNumbers() throws Exception {
        scraped();
        local.getBean(HikariDataSource.class).close();
        local.getBean(Gauges.class).look();
        var ready = get(local, "/actuator/health/readiness");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).contains("\"detections\":\"spooling\"");
        assertThat(get(local, "/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(get(local, "/actuator/prometheus").body())
                .contains("larum_processor_lag_events{processor=\"saga-delivery\"}")
                .contains("larum_readings_age_seconds{source=\"processors\"}");
    }
}
