package org.larum.app.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.app.bus.Door;
import org.larum.app.problem.ProblemAdvice;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.app.security.Who;
import org.larum.domain.shared.Actor;
import org.larum.projections.shared.Scope;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class ConfigControllerTest {

    private static final Who ADMINISTRATOR =
            new Who(Who.Kind.ADMINISTRATOR, Actor.token("admin token"), null, Scope.EVERYTHING, "api");

    private final InMemoryLog log = new InMemoryLog();
    private final Door door = new Door();
    private final WebTestClient client = WebTestClient.bindToController(new ConfigController(door, log.desk()))
            .controllerAdvice(new ProblemAdvice())
            .webFilter((exchange, chain) -> chain.filter(exchange)
                    .contextWrite(ReactiveSecurityContextHolder.withAuthentication(
                            UsernamePasswordAuthenticationToken.authenticated(ADMINISTRATOR, null, List.of()))))
            .build();

    @AfterEach
    void closeDoor() {
        door.close();
    }

    private ResponseSpec send(HttpMethod method, String path, String body) {
        return client.method(method).uri(path).bodyValue(body).exchange();
    }

    private ResponseSpec post(String query, String body) {
        return send(HttpMethod.POST, "/api/config" + query, body);
    }

    @Test
    void fileIsApplied() {
        post("", "people: {ada: {name: Ada}}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.applied")
                .isEqualTo(true)
                .jsonPath("$.dryRun")
                .isEqualTo(false)
                .jsonPath("$.changes[0].change")
                .isEqualTo("added")
                .jsonPath("$.changes[0].path")
                .isEqualTo("people.ada")
                .jsonPath("$.changes[0].fields[0]")
                .isEqualTo("name");
        assertThat(log.version(Section.PEOPLE, "ada").origin()).isEqualTo("configuration file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "application/x-www-form-urlencoded", "text/plain"})
    void typeOfTheContentDoesNotMatter(String type) {
        client.post()
                .uri("/api/config?file=larum.yaml")
                .contentType(MediaType.valueOf(type))
                .bodyValue(ConfigExamples.FILE.getBytes(StandardCharsets.UTF_8))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(log.version(Section.PEOPLE, "ada").origin()).isEqualTo("larum.yaml");
    }

    @Test
    void dryRunChangesNothing() {
        post("?dryRun=true&prune=true", ConfigExamples.FILE)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.applied")
                .isEqualTo(false)
                .jsonPath("$.dryRun")
                .isEqualTo(true)
                .jsonPath("$.changes.length()")
                .isEqualTo(10);
        assertThat(log.sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?dryRun=yes",
                "?dryRun",
                "?dryRun=",
                "?dryrun=true",
                "?dryRun=true&dryRun=false",
                "?prune=1",
                "?file",
                "?file=",
                "?file=api"
            })
    void unclearWishIsRefused(String query) {
        post(query, ConfigExamples.FILE).expectStatus().isBadRequest();
        assertThat(log.sent).isEmpty();
    }

    @Test
    void wrongFileIsToldWithEveryPath() {
        post("", ConfigExamples.FILE.replace("[ada, grace]", "[eve]").replace("port: 2525", "port: x"))
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("config_mistakes")
                .jsonPath("$.errors.length()")
                .isEqualTo(2)
                .jsonPath("$.errors[0].path")
                .isEqualTo("teams.payments.members[0]")
                .jsonPath("$.errors[1].path")
                .isEqualTo("channels.email.port")
                .jsonPath("$.errors[1].message")
                .isNotEmpty();
        assertThat(log.sent).isEmpty();
    }

    @Test
    void emptyAndOverlongBodiesAreRefused() {
        client.post().uri("/api/config").exchange().expectStatus().isBadRequest();
        post("", "#".repeat(YamlTree.MOST_BYTES + 1)).expectStatus().isBadRequest();
    }

    @Test
    void whatIsInUseIsShownWithoutSecrets() {
        post("", ConfigExamples.FILE).expectStatus().isOk();

        client.get()
                .uri("/api/config")
                .exchange()
                .expectBody(String.class)
                .value(shown -> assertThat(shown)
                        .contains("\"webhooks\":{\"audit\"", "\"name\":\"Ada Lovelace\"", "\"password\":\"•••\"")
                        .doesNotContain(ConfigExamples.SECRETS));
    }

    @Test
    void oneEntryIsDefinedAndRetired() {
        send(HttpMethod.PUT, "/api/config/people/ada", "{\"name\": \"Ada\"}")
                .expectStatus()
                .isOk();
        send(HttpMethod.PUT, "/api/config/channels/email", "{\"host\": \"smtp\", \"from\": \"a@b.test\"}")
                .expectStatus()
                .isOk();
        send(HttpMethod.PUT, "/api/config/webhooks/audit", "{\"url\": \"http://x/\", \"secret\": \"s\"}")
                .expectStatus()
                .isOk();
        assertThat(log.inUse()).hasSize(3);

        client.delete()
                .uri("/api/config/webhooks/audit")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(log.inUse()).hasSize(2);
    }

    @Test
    void entryOfFileIsRefused() {
        post("", "people: {ada: {name: Ada}}").expectStatus().isOk();

        send(HttpMethod.PUT, "/api/config/people/ada", "{\"name\": \"Eve\"}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("owned_by_file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/config/peple/a", "/api/config/channels/webhooks", "/api/config/channels.webhooks/a"})
    void unknownKindIsNotThere(String path) {
        send(HttpMethod.PUT, path, "{}").expectStatus().isNotFound();
    }

    @Test
    void everyRouteIsForAdministrators() {
        for (var method : ConfigController.class.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers())) {
                assertThat(method.getAnnotation(Permit.class))
                        .as(method.getName())
                        .isNotNull();
                assertThat(method.getAnnotation(Permit.class).value()).isEqualTo(Permission.ADMINISTER);
            }
        }
    }
}
