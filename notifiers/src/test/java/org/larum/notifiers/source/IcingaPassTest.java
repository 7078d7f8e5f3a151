package org.larum.notifiers.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.larum.notifiers.channel.ChannelExamples;
import org.larum.notifiers.channel.Destination.Source;
import org.larum.notifiers.channel.HttpProvider;
import org.larum.notifiers.channel.Message;
import org.larum.notifiers.channel.PlainHttp;
import org.larum.notifiers.channel.Secret;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An Icinga 2, as far as its API says what it does, hears who is at work. */
class IcingaPassTest {

    private static final UUID SOURCE = UUID.fromString("00000000-0000-7000-8000-0000000000c1");
    private static final UUID ALERT = UUID.fromString("00000000-0000-7000-8000-0000000000a1");
    private static final String OK =
            "{\"results\": [{\"code\": 200.0, \"status\": \"Successfully acknowledged problem for object 'srv01!disk'.\"}]}";
    private static final String SO =
            "{\"results\": [{\"code\": 409.0, \"status\": \"Service srv01!disk is already acknowledged.\"}]}";

    private final SilencesInMemory silences = new SilencesInMemory(ChannelExamples.clock());
    private final SourceChannel channel =
            new SourceChannel(new PlainHttp(), silences, ChannelExamples.clock(), Duration.ofSeconds(1));
    private final Map<String, String> labels = new LinkedHashMap<>(Map.of("host", "srv01", "service", "disk"));
    private @Nullable String holder = "Ada Lovelace";
    private long asOf = 2;
    private final HttpProvider icinga = new HttpProvider(this::source);

    private Source source(URI base) {
        return new Source(
                SOURCE,
                Source.Api.ICINGA2,
                base,
                "larum",
                new Secret("battery staple"),
                Duration.ofHours(4),
                holder,
                asOf,
                List.of(new Source.Sent(ALERT, labels, true)));
    }

    @AfterEach
    void end() {
        icinga.close();
    }

    private SendOutcome send() {
        var content = ChannelExamples.page(ChannelExamples.payments(), ChannelExamples.machine());
        return channel.send(new Message(ChannelExamples.NOTIFICATION, 1, icinga.address(), content));
    }

    private void answers(int status, String body) {
        icinga.answers(status, Map.of(), body);
    }

    private List<String> calls() {
        return icinga.calls().stream()
                .map(call -> call.method() + " " + call.uri().getPath())
                .toList();
    }

    private JsonNode body(int call) {
        return JsonMapper.shared().readTree(icinga.calls().get(call).json());
    }

    @Test
    void aProblemIsAcknowledgedOnceInTheNameOfWhoeverDidIt() {
        answers(200, OK);
        assertThat(send()).isEqualTo(new Accepted("Acknowledged in Icinga: 1, withdrawn: 0"));
        assertThat(send()).isEqualTo(new Accepted("Acknowledged in Icinga: 0, withdrawn: 0"));
        assertThat(calls()).containsExactly("POST /v1/actions/acknowledge-problem");
        var call = icinga.calls().getFirst();
        assertThat(call.header("Authorization")).isEqualTo("Basic bGFydW06YmF0dGVyeSBzdGFwbGU=");
        assertThat(call.header("Accept")).isEqualTo("application/json");
        var body = body(0);
        assertThat(body.get("type").asString()).isEqualTo("Service");
        assertThat(body.get("filter").asString()).isEqualTo("host.name == larum_host && service.name == larum_service");
        assertThat(body.at("/filter_vars/larum_host").asString()).isEqualTo("srv01");
        assertThat(body.at("/filter_vars/larum_service").asString()).isEqualTo("disk");
        assertThat(body.get("author").asString()).isEqualTo("Larum (Ada Lovelace)");
        assertThat(body.get("comment").asString()).startsWith("INC-");
        assertThat(body.get("expiry").asLong())
                .isEqualTo(
                        ChannelExamples.clock().now().plus(Duration.ofHours(4)).getEpochSecond());
        assertThat(body.get("notify").asBoolean()).isFalse();
    }

    @Test
    void aNameIsNoPartOfTheFilter() {
        labels.put("host", "x\" || true || \"");
        labels.remove("service");
        answers(200, OK);
        send();
        assertThat(body(0).get("type").asString()).isEqualTo("Host");
        assertThat(body(0).get("filter").asString()).isEqualTo("host.name == larum_host");
        assertThat(body(0).at("/filter_vars/larum_host").asString()).isEqualTo("x\" || true || \"");
    }

    @Test
    void itIsWithdrawnWhenNobodyHoldsTheIncident() {
        answers(200, OK);
        send();
        holder = null;
        asOf = 3;
        assertThat(send()).isEqualTo(new Accepted("Acknowledged in Icinga: 0, withdrawn: 1"));
        assertThat(calls().getLast()).isEqualTo("POST /v1/actions/remove-acknowledgement");
    }

    @Test
    void whatPeopleAcknowledgedThereIsLeftAlone() {
        answers(409, SO);
        assertThat(send())
                .isEqualTo(new Accepted(
                        "Acknowledged in Icinga: 0, withdrawn: 0, no problem or acknowledged there already: 1"));
        holder = null;
        asOf = 3;
        assertThat(send()).isEqualTo(new Accepted("Acknowledged in Icinga: 0, withdrawn: 0"));
        assertThat(calls()).containsExactly("POST /v1/actions/acknowledge-problem");
    }

    @Test
    void anAnswerThatWasLostIsOurs() {
        icinga.hangsUp();
        assertThat(send())
                .isInstanceOfSatisfying(
                        TryLater.class, it -> assertThat(it.unknown()).isTrue());
        answers(409, SO);
        assertThat(send()).isEqualTo(new Accepted("Acknowledged in Icinga: 1, withdrawn: 0"));
    }

    @Test
    void whatIcingaDoesNotKnowFailsNobody() {
        answers(404, "{\"error\": 404.0, \"status\": \"No objects found.\"}");
        assertThat(send()).isEqualTo(new Accepted("Acknowledged in Icinga: 0, withdrawn: 0, unknown there: 1"));
        labels.clear();
        assertThat(send()).isEqualTo(new Accepted("Acknowledged in Icinga: 0, withdrawn: 0, unknown there: 1"));
        assertThat(calls()).hasSize(1);
    }

    @Test
    void refusalIsGivenUpAndTroubleIsTriedLater() {
        answers(401, "<h1>Unauthorized</h1>");
        assertThat(send())
                .isInstanceOfSatisfying(
                        GiveUp.class,
                        it -> assertThat(it.reason())
                                .startsWith("Icinga could not be told: it answered with status 401."));
        answers(404, "nothing here");
        assertThat(send())
                .isInstanceOfSatisfying(
                        GiveUp.class, it -> assertThat(it.reason()).contains("/v1/actions/acknowledge-problem"));
        answers(503, "");
        assertThat(send()).isInstanceOf(TryLater.class);
        answers(200, "not json");
        assertThat(send()).isInstanceOf(TryLater.class);
        assertThat(send().toString() + icinga.address())
                .doesNotContain("battery")
                .doesNotContain("Ada");
    }
}
