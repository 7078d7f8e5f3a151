package org.larum.notifiers.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
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

class SourceChannelTest {

    private static final UUID SOURCE = UUID.fromString("00000000-0000-7000-8000-0000000000c1");
    private static final UUID ALERT = UUID.fromString("00000000-0000-7000-8000-0000000000a1");

    private final SilencesInMemory silences = new SilencesInMemory(ChannelExamples.clock());
    private final SourceChannel channel =
            new SourceChannel(new PlainHttp(), silences, ChannelExamples.clock(), Duration.ofSeconds(1));
    private @Nullable String holder = "Ada Lovelace";
    private long asOf = 2;
    private final HttpProvider alertmanager = new HttpProvider(this::source);

    private Source source(URI base) {
        return new Source(
                SOURCE,
                Source.Api.ALERTMANAGER,
                base,
                "larum",
                new Secret("battery staple"),
                Duration.ofHours(4),
                holder,
                asOf,
                List.of(new Source.Sent(ALERT, Map.of("alertname", "Disk", "host", "srv01"), true)));
    }

    @AfterEach
    void end() {
        alertmanager.close();
    }

    private SendOutcome send() {
        var content = ChannelExamples.page(ChannelExamples.payments(), ChannelExamples.machine());
        return channel.send(new Message(ChannelExamples.NOTIFICATION, 1, alertmanager.address(), content));
    }

    private void answers(int status, String body) {
        alertmanager.answers(status, Map.of(), body);
    }

    private List<String> calls() {
        return alertmanager.calls().stream()
                .map(call -> call.method() + " " + call.uri().getPath())
                .toList();
    }

    @Test
    void oneSilenceIsMadeHoweverOftenItIsTold() {
        answers(200, "{\"silenceID\": \"s-1\"}");
        assertThat(send()).isEqualTo(new Accepted("Silences made: 1, ended: 0"));
        assertThat(send()).isEqualTo(new Accepted("Silences made: 0, ended: 0"));
        assertThat(calls()).containsExactly("POST /api/v2/silences");
        var call = alertmanager.calls().getFirst();
        assertThat(call.header("Authorization")).isEqualTo("Basic bGFydW06YmF0dGVyeSBzdGFwbGU=");
        assertThat(call.json()).contains("\"createdBy\":\"Larum (Ada Lovelace)\"");
    }

    @Test
    void itEndsWhenNobodyHoldsTheIncident() {
        answers(200, "{\"silenceID\": \"s-1\"}");
        send();
        holder = null;
        asOf = 3;
        answers(200, "");
        assertThat(send()).isEqualTo(new Accepted("Silences made: 0, ended: 1"));
        assertThat(send()).isEqualTo(new Accepted("Silences made: 0, ended: 0"));
        assertThat(calls()).containsExactly("POST /api/v2/silences", "DELETE /api/v2/silence/s-1");
    }

    @Test
    void oneThatIsOverAlreadyIsNoFailure() {
        answers(200, "{\"silenceID\": \"s-1\"}");
        send();
        holder = null;
        answers(404, "");
        assertThat(send()).isInstanceOf(Accepted.class);
    }

    @Test
    void whatIsOlderDoesNotUndoWhatIsNewer() {
        holder = null;
        asOf = 3;
        assertThat(send()).isInstanceOf(Accepted.class);
        holder = "Ada Lovelace";
        asOf = 2;
        assertThat(send()).isEqualTo(new Accepted("Something newer has been said."));
        assertThat(calls()).isEmpty();
    }

    @Test
    void anAnswerThatWasLostIsLookedForAndNotMadeAgain() {
        alertmanager.hangsUp();
        assertThat(send()).isInstanceOfSatisfying(TryLater.class, it -> {
            assertThat(it.unknown()).isTrue();
            assertThat(it.retryAfter()).isEqualTo(Pass.PATIENCE);
        });
        var content = ChannelExamples.page(ChannelExamples.payments(), ChannelExamples.machine());
        answers(200, """
                [{"id": "s-7", "endsAt": "2036-01-05T10:00:00Z", "comment": "%s", "status": {"state": "active"}}]""".formatted(Silence.comment(content, ALERT)));
        assertThat(send()).isEqualTo(new Accepted("Silences made: 1, ended: 0"));
        assertThat(calls()).containsExactly("POST /api/v2/silences", "GET /api/v2/silences");
    }

    @Test
    void refusalIsGivenUpAndTroubleIsTriedLater() {
        answers(401, "");
        assertThat(send())
                .isInstanceOfSatisfying(
                        GiveUp.class,
                        it -> assertThat(it.reason())
                                .isEqualTo(
                                        "Alertmanager could not be told: it answered with status 401. Look at the token or the"
                                                + " password in the configuration. The alert stays acknowledged here."));
        answers(503, "");
        assertThat(send())
                .isInstanceOfSatisfying(
                        TryLater.class, it -> assertThat(it.unknown()).isFalse());
        alertmanager.goesAway();
        assertThat(send())
                .isInstanceOfSatisfying(
                        TryLater.class,
                        it -> assertThat(it.reason())
                                .startsWith("Alertmanager could not be told: nothing listens there."));
    }

    @Test
    void aSecretIsNowhereToBeRead() {
        answers(401, "");
        assertThat(send().toString() + alertmanager.address())
                .doesNotContain("battery")
                .doesNotContain("Ada");
    }
}
