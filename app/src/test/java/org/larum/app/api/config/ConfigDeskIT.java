package org.larum.app.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.larum.app.Servers;
import org.larum.app.TestDatabase;
import org.larum.app.config.Settings;
import org.larum.app.config.SystemTime;
import org.larum.app.delivery.LogBriefing;
import org.larum.notifiers.channel.Secret;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same on PostgreSQL, through the whole server. Its tests share the server: each has words of its own. */
class ConfigDeskIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> TABLES = List.of("event", "person_keys", "sealed_secrets", "idempotent_answers");

    @TempDir
    private static Path data;

    private static String url = "";
    private static ConfigurableApplicationContext server;
    private static JdbcClient jdbc;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        url = TestDatabase.freshUrl();
        jdbc = JdbcClient.create(TestDatabase.pool(url));
        server = Servers.start(url, data, new SystemTime());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + Servers.port(server) + path))
                .header("Authorization", "Bearer " + Servers.ADMIN)
                .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode changes(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).get("changes");
    }

    private static List<Long> rows() {
        return TABLES.stream()
                .map(table -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }

    @Test
    void dryRunThenRealThenAgain() {
        var before = rows();
        assertThat(changes(send("POST", "/api/config?dryRun=true", ConfigExamples.FILE)))
                .isNotEmpty();
        assertThat(rows()).isEqualTo(before);

        assertThat(changes(send("POST", "/api/config", ConfigExamples.FILE))).isNotEmpty();
        var applied = rows();
        assertThat(applied).isNotEqualTo(before);
        var mail = server.getBean(LogBriefing.class).mailServer().orElseThrow();
        assertThat(mail.password()).isEqualTo(new Secret(ConfigExamples.PASSWORD));

        for (var change : changes(send("POST", "/api/config", ConfigExamples.FILE))) {
            assertThat(change.get("change").asString()).isEqualTo("absent");
        }
        assertThat(rows()).isEqualTo(applied);

        var shown = send("GET", "/api/config", "").body();
        assertThat(shown).contains("Ada Lovelace", "ada@example.test").doesNotContain(ConfigExamples.SECRETS);
        var log = jdbc.sql("select convert_from(payload, 'UTF8') from event")
                .query(String.class)
                .list();
        assertThat(log.toString()).doesNotContain(ConfigExamples.SECRETS).doesNotContain("Lovelace", "ada@example");
    }

    @Test
    void writeThatIsSentAgainGetsTheSameAnswer() {
        var first = send("POST", "/api/config", "people: {linus: {name: Linus}}", "Idempotency-Key", "once");
        var rows = rows();

        var second = send("POST", "/api/config", "people: {linus: {name: Linus}}", "Idempotency-Key", "once");

        assertThat(JSON.readTree(second.body())).isEqualTo(JSON.readTree(first.body()));
        assertThat(changes(second).get(0).get("change").asString()).isEqualTo("added");
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void wrongFileLeavesNoTrace() {
        var before = rows();

        var answer = send("POST", "/api/config", "people: {alan: {name: Alan}}\nteams: {t: {name: T, members: [x]}}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("config_mistakes", "teams.t.members[0]");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void entryOfTheApplicationIsDefinedAndRetired() {
        assertThat(changes(send("PUT", "/api/config/people/barbara", "{\"name\": \"Barbara\"}")))
                .hasSize(1);
        assertThat(changes(send("PUT", "/api/config/teams/cobol", "{\"name\": \"C\", \"members\": [\"barbara\"]}")))
                .hasSize(1);
        var rows = rows();
        assertThat(send("DELETE", "/api/config/people/barbara", "").statusCode())
                .isEqualTo(409);
        assertThat(rows()).isEqualTo(rows);
        assertThat(changes(send("DELETE", "/api/config/teams/cobol", ""))).hasSize(1);
        assertThat(changes(send("DELETE", "/api/config/people/barbara", ""))).hasSize(1);
        assertThat(send("DELETE", "/api/config/people/barbara", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void entryOfFileIsRefusedToTheApplication() {
        changes(send("POST", "/api/config?file=teams.yaml", "teams: {owned: {name: Owned}}"));

        var answer = send("PUT", "/api/config/teams/owned", "{\"name\": \"Other\"}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("owned_by_file", "teams.yaml");
    }

    @Test
    void fileAtStartIsAppliedOrStopsTheStart() throws IOException {
        var right = Files.writeString(data.resolve("right.yaml"), "teams: {atstart: {name: At start}}");
        var wrong = Files.writeString(data.resolve("wrong.yaml"), "teams: {atstart: {nam: At start}}");
        var start = server.getBean(ConfigAtStart.class);

        assertThat(start.apply(right).changes())
                .anySatisfy(change -> assertThat(change.path()).isEqualTo("teams.atstart"));
        assertThatThrownBy(() -> start.apply(wrong)).isInstanceOf(Settings.Wrong.class);
    }
}
