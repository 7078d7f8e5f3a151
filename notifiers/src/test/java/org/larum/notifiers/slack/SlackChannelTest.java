package org.larum.notifiers.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.larum.notifiers.channel.Channel;
import org.larum.notifiers.channel.ChannelContract;
import org.larum.notifiers.channel.ChannelExamples;
import org.larum.notifiers.channel.Destination;
import org.larum.notifiers.channel.Message;
import org.larum.notifiers.channel.Message.Notice;
import org.larum.notifiers.channel.Message.Reader;
import org.larum.notifiers.channel.PlainHttp;
import org.larum.notifiers.channel.Secret;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SlackChannelTest extends ChannelContract {

    private static final String DIRECT = "DU0ADA";

    private final RecordingSlack slack = new RecordingSlack(SECRET);
    private final Map<String, String> remembered = new HashMap<>();

    @BeforeEach
    void adaWasToldBefore() {
        remembered.put(RecordingSlack.ADA, "U0ADA");
    }

    @Override
    protected OtherSide start() {
        return slack;
    }

    @Override
    protected Channel channel() {
        return new SlackChannel(
                new SlackApi(new PlainHttp(), ChannelExamples.clock(), Duration.ofSeconds(2)), new SlackBook() {
                    @Override
                    public @Nullable String user(String email) {
                        return remembered.get(email);
                    }

                    @Override
                    public void remember(String email, String user) {
                        remembered.put(email, user);
                    }

                    @Override
                    public void forget(String email) {
                        remembered.remove(email);
                    }
                });
    }

    @Override
    protected Reader reader() {
        return ChannelExamples.ada();
    }

    @Override
    protected Duration asksForTime() {
        slack.answers(429, Map.of("Retry-After", "42"), "");
        return Duration.ofSeconds(42);
    }

    @Override
    protected Destination elsewhere() {
        return new Destination.Endpoint(URI.create("https://example.org"), new Secret(SECRET));
    }

    @Override
    protected String names(String heard) {
        return heard.lines()
                .filter(line -> line.startsWith("metadata="))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private JsonNode blocks() {
        return JsonMapper.shared().readTree(slack.in(DIRECT).getLast().blocks());
    }

    private SendOutcome again(int attempt) {
        var page = ChannelExamples.page(ChannelExamples.payments(), reader());
        return channel().send(new Message(ChannelExamples.NOTIFICATION, attempt, slack.address(), page));
    }

    @Test
    void aPageHasButtonsThatNameItsIncident() {
        send();
        assertThat(slack.calls().getFirst().token()).isEqualTo("Bearer " + SECRET);
        var blocks = blocks();
        assertThat(blocks.get(0).get("text").get("text").asString())
                .isEqualTo(":red_circle: *Critical INC-1042: your answer is wanted*\n7.2 % of payments fail");
        assertThat(blocks.get(0).get("text").get("verbatim").asBoolean()).isTrue();
        assertThat(blocks.get(1).get("elements").get(0).get("text").asString())
                .contains(
                        "Service: checkout",
                        "Why you: you are on call by shop",
                        "Grace is paged at 03:27",
                        "Since <!date^1774491120^");
        var buttons = blocks.get(2).get("elements");
        assertThat(buttons).hasSize(4);
        assertThat(buttons.get(0).get("action_id").asString()).isEqualTo("larum-acknowledge");
        assertThat(buttons.get(0).get("value").asString()).isEqualTo(ChannelExamples.INCIDENT.toString());
        assertThat(buttons.get(3).get("url").asString()).isEqualTo("https://larum.example.org/i/1042");
    }

    @Test
    void newsHaveNone() {
        send(ChannelExamples.update("resolved", reader()));
        assertThat(blocks().get(2).get("elements")).hasSize(1);
        assertThat(slack.in(DIRECT).getLast().text()).isEqualTo("Critical INC-1042: resolved: 7.2 % of payments fail");
    }

    @Test
    void aNoticeSaysWhatItIsAbout() {
        var notice = new Notice(
                "Your shift begins",
                "It is yours until <noon> & no longer.",
                URI.create("https://larum.example.org/"),
                "Ada",
                ChannelExamples.AT);
        assertThat(channel().send(ChannelExamples.to(slack.address(), notice))).isInstanceOf(Accepted.class);
        assertThat(blocks().get(0).get("text").get("text").asString())
                .isEqualTo("*Your shift begins*\nIt is yours until &lt;noon&gt; &amp; no longer.");
    }

    @Test
    void aTitleCallsNobody() {
        send(ChannelExamples.page(
                ChannelExamples.titled("<!channel> <@U0GRACE> <https://evil.example|log in> & more"), reader()));
        var posted = slack.in(DIRECT).getLast();
        assertThat(posted.text() + posted.blocks())
                .contains("&lt;!channel&gt; &lt;@U0GRACE&gt; &lt;https://evil.example|log in&gt; &amp; more")
                .doesNotContain("<!channel", "<@", "<http");
        assertThat(slack.calls().getLast().form())
                .containsEntry("unfurl_links", "false")
                .containsEntry("link_names", "false");
    }

    @Test
    void aPersonIsLookedUpOnceByTheirAddress() {
        remembered.clear();
        send();
        send();
        assertThat(slack.calls("users.lookupByEmail")).hasSize(1);
        assertThat(slack.calls("chat.postMessage"))
                .allSatisfy(call -> assertThat(call.form()).containsEntry("channel", "U0ADA"));
    }

    @Test
    void whomSlackDoesNotKnowIsGivenUpWithoutAnAddressInTheReason() {
        remembered.clear();
        slack.refuses("users.lookupByEmail", "users_not_found");
        assertThat(send())
                .isInstanceOfSatisfying(
                        GiveUp.class,
                        it -> assertThat(it.reason())
                                .contains("Slack knows nobody")
                                .doesNotContain("ada@"));
        assertThat(slack.calls("chat.postMessage")).isEmpty();
    }

    @Test
    void whoWasSwitchedOffIsLookedUpAnew() {
        slack.refuses("chat.postMessage", "user_disabled");
        assertThat(send()).isInstanceOf(GiveUp.class);
        assertThat(remembered).isEmpty();
    }

    @Test
    void whatLiesThereAlreadyIsNotSentTwice() {
        slack.hangsUpAfterTaking();
        assertThat(again(1)).isInstanceOf(TryLater.class);
        slack.accepts();
        assertThat(again(2)).isInstanceOf(Accepted.class);
        assertThat(slack.in(DIRECT)).hasSize(1);
    }

    @Test
    void whatDoesNotLieThereIsSent() {
        assertThat(again(2)).isInstanceOf(Accepted.class);
        slack.refuses("conversations.history", "missing_scope");
        assertThat(again(3)).isInstanceOf(Accepted.class);
        assertThat(slack.in(DIRECT)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_auth, never, the token",
        "account_inactive, never, the token",
        "channel_not_found, never, no such channel",
        "restricted_action_thread_only_channel, never, administers",
        "missing_scope, never, scopes",
        "ratelimited, later, too much",
        "internal_error, unknown, internal_error",
        "a_new_word, later, a_new_word",
        "'<b>No!', later, something else"
    })
    void whatSlackRefusesIsUnderstood(String error, String what, String sentence) {
        slack.refuses("chat.postMessage", error);
        switch (send()) {
            case GiveUp it -> assertThat(what + it.reason()).startsWith("never").contains(sentence);
            case TryLater it ->
                assertThat((it.unknown() ? "unknown" : "later") + it.reason())
                        .startsWith(what)
                        .contains(sentence)
                        .doesNotContain("<b>");
            case Accepted it -> assertThat(it).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"500, false", "502, true", "503, false", "504, true"})
    void whatBreaksIsTriedLater(int status, boolean unknown) {
        slack.answers(status, Map.of(), "oops");
        assertThat(send())
                .isInstanceOfSatisfying(
                        TryLater.class, it -> assertThat(it.unknown()).isEqualTo(unknown));
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "'<html>', ''", "'{}', ''", "'{\"ok\": \"yes\"}', ''", "'[1', ''"})
    void whatMakesNoSenseIsUnknown(String body, String nothing) {
        slack.answers(200, Map.of(), body + nothing);
        assertThat(send())
                .isInstanceOfSatisfying(
                        TryLater.class, it -> assertThat(it.unknown()).isTrue());
    }
}
