package org.larum.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.larum.app.Servers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A house says it in its own words, and never loses a message over them. */
class TemplateStory {

    private static final String ADA = "ada@example.test";

    private final World world = new World();

    @BeforeEach
    void open() {
        world.configure(world.organisation());
    }

    @AfterEach
    void end() {
        world.close();
    }

    private void subject(String template) {
        world.configure("channels: {templates: {email: {subject: '" + template + "'}}}");
    }

    private JsonNode preview(String body) {
        var answer = world.post(0, "/api/templates/preview", body, Servers.ADMIN);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    @Test
    void aMailHasTheSubjectOfTheHouse() {
        subject("{{ service }} calls: {{ title }}");
        world.detect("payments", "trigger");
        world.eventually("Ada is told", () -> world.mailsTo(ADA).contains("Checkout calls: Payments fail: payments"));
    }

    @Test
    void whatCannotBeFilledInGoesOutInLarumsWordsAndIsToldOnce() {
        // Neither of those that it is tried with has such a title.
        subject("{% if title contains \"payments\" %}{{ nosuch }}{% endif %}x");
        world.detect("payments", "trigger");
        world.eventually(
                "Ada is told", () -> world.mailsTo(ADA).stream().anyMatch(it -> it.startsWith("[Critical] Checkout")));
        world.eventually(
                "and the administrators",
                () -> world.allIncidents().stream()
                        .anyMatch(one -> one.get("title")
                                .asString()
                                .startsWith("The template of the subject of messages by email")));
    }

    @Test
    void itIsSeenBeforeItIsUsed() {
        world.detect("payments", "trigger");
        world.untilIncidents(1);
        var incident = world.onlyIncident();
        var seen = preview("""
                {"channel": "email", "incident": "%s", "subject": "{{ severity }} {{ title }}",
                 "text": "INC-{{ number }} {{ answer }}", "html": "<b>{{ nosuch }}</b>"}""".formatted(incident.get("id").asString()));
        assertThat(seen.get("subject").asString()).isEqualTo("critical Payments fail: payments");
        assertThat(seen.get("text").asString())
                .isEqualTo("INC-" + incident.get("number").asInt() + " http://larum.test/a/preview");
        assertThat(seen.get("html").isNull()).isTrue();
        assertThat(seen.at("/mistakes/0/part").asString()).isEqualTo("html");
        assertThat(preview("{\"channel\": \"sms\", \"text\": \"{{ title }}\"}")
                        .get("text")
                        .asString())
                .isEqualTo("Payments fail");
        var refused = world.post(0, "/api/templates/preview", "{\"channel\": \"fax\"}", Servers.ADMIN);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(world.post(0, "/api/templates/preview", "{\"channel\": \"sms\"}", World.KEY)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatCannotBeFilledInIsNotKept() {
        var answer = world.post(
                0,
                "/api/config",
                "channels: {templates: {sms: {text: '{{ titel }}'}, email: {text: x}}}",
                Servers.ADMIN);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("channels.templates.sms.text", "titel", "channels.templates.email.html", "{{ answer }}");
    }
}
