package org.larum.notifiers.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.larum.domain.notification.NotificationKind;
import org.larum.notifiers.channel.Channel;
import org.larum.notifiers.channel.ChannelContract;
import org.larum.notifiers.channel.ChannelExamples;
import org.larum.notifiers.channel.Destination;
import org.larum.notifiers.channel.Destination.Encryption;
import org.larum.notifiers.channel.Destination.Endpoint;
import org.larum.notifiers.channel.Destination.MailServer;
import org.larum.notifiers.channel.Destination.Mailbox;
import org.larum.notifiers.channel.HttpProvider;
import org.larum.notifiers.channel.Message.Content;
import org.larum.notifiers.channel.Message.Notice;
import org.larum.notifiers.channel.Message.Reader;
import org.larum.notifiers.channel.OutboundHttp;
import org.larum.notifiers.channel.PlainHttp;
import org.larum.notifiers.channel.Secret;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;
import org.larum.notifiers.webhook.Signature.Headers;
import tools.jackson.databind.json.JsonMapper;

class WebhookChannelTest extends ChannelContract {

    private final HttpProvider http =
            new HttpProvider(base -> new Endpoint(base.resolve("/hook?token=battery"), new Secret(SECRET)));

    @Override
    protected OtherSide start() {
        return http;
    }

    @Override
    protected Channel channel() {
        return new WebhookChannel(new PlainHttp(), ChannelExamples.clock(), Duration.ofSeconds(2));
    }

    @Override
    protected Reader reader() {
        return ChannelExamples.machine();
    }

    @Override
    protected Destination elsewhere() {
        return new Mailbox(
                "ada@example.org", new MailServer("localhost", 25, "larum@example.org", null, null, Encryption.NONE));
    }

    @Override
    protected Duration asksForTime() {
        http.answers(429, Map.of("Retry-After", "42"), "");
        return Duration.ofSeconds(42);
    }

    @Override
    protected String names(String heard) {
        return heard.lines()
                .filter(line -> line.startsWith("Idempotency-key:") || line.startsWith("Webhook-id:"))
                .sorted()
                .distinct()
                .collect(Collectors.joining("\n"))
                .repeat(http.calls().size());
    }

    @Test
    void receiverCanVerifyTheSignature() {
        http.accepts();
        send();
        var call = http.calls().getFirst();
        var headers = new Headers(
                call.header("webhook-id"), call.header("webhook-timestamp"), call.header("webhook-signature"));

        assertThat(Signature.verify(new Secret(SECRET), headers, call.body(), ChannelExamples.AT))
                .isTrue();
        assertThat(call.header("webhook-id")).isEqualTo(ChannelExamples.NOTIFICATION.toString());
        assertThat(call.header("Idempotency-Key")).isEqualTo(ChannelExamples.NOTIFICATION.toString());
        assertThat(call.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void whileASecretIsChangedReceiversFindTheirs() {
        var before = new Secret("the secret before");
        http.accepts();
        var to = (Endpoint) provider().address();
        channel()
                .send(ChannelExamples.to(
                        new Endpoint(to.url(), to.secret(), before, null, null),
                        ChannelExamples.page(ChannelExamples.payments(), reader())));
        var call = http.calls().getFirst();
        var headers = new Headers(
                call.header("webhook-id"), call.header("webhook-timestamp"), call.header("webhook-signature"));

        assertThat(headers.signature().split(" ")).hasSize(2);
        for (var secret : List.of(new Secret(SECRET), before)) {
            assertThat(Signature.verify(secret, headers, call.body(), ChannelExamples.AT))
                    .isTrue();
        }
        assertThat(Signature.verify(new Secret("another"), headers, call.body(), ChannelExamples.AT))
                .isFalse();
    }

    @Test
    void bodyHasStableFields() {
        http.accepts();
        send(ChannelExamples.update("resolved", ChannelExamples.machine()));

        assertThat(http.calls().getFirst().json()).isEqualTo("""
                        {"type":"incident.resolved","id":"8f3e1c0a-5b7d-5e21-9c44-0d6a2b9e7f10",\
                        "incident":{"id":"1b9d6bcd-bbfd-5b2d-9b5d-ab8dfbbd4bed","number":1042,\
                        "title":"7.2 % of payments fail","severity":"critical","service":"checkout",\
                        "openedAt":"2026-03-26T02:12:00Z","url":"https://larum.example.org/i/1042"},\
                        "at":"2026-03-26T02:16:00Z","attempt":1}""");
    }

    @Test
    void whatAPersonSaidComesWithIt() {
        http.accepts();
        send(new Content(
                NotificationKind.UPDATE,
                "update",
                ChannelExamples.payments(),
                ChannelExamples.machine(),
                ChannelExamples.AT,
                "We know why."));

        assertThat(http.calls().getFirst().json())
                .startsWith("{\"type\":\"incident.update\"")
                .endsWith("\"attempt\":1,\"said\":\"We know why.\"}");
    }

    @Test
    void aNoticeSaysItsWordsAndWhereToGoOn() {
        http.accepts();
        send(new Notice(
                "Test of audit",
                "Nothing is wrong.",
                URI.create("https://larum.example.org/channels"),
                null,
                ChannelExamples.AT));

        assertThat(http.calls().getFirst().json()).isEqualTo("""
                        {"type":"larum.notice","id":"8f3e1c0a-5b7d-5e21-9c44-0d6a2b9e7f10","title":"Test of audit",\
                        "text":"Nothing is wrong.","at":"2026-03-26T02:16:00Z","attempt":1,\
                        "url":"https://larum.example.org/channels"}""");
    }

    @Test
    void aTestIsAPingSignedLikeTheRest() {
        http.accepts();
        var page = URI.create("https://larum.example.org/channels");
        send(new Notice("Test of audit", "Nothing is wrong.", page, null, ChannelExamples.AT, true));

        assertThat(http.calls().getFirst().json()).startsWith("{\"type\":\"larum.ping\",\"id\":");
        assertThat(http.calls().getFirst().headers()).containsKey("webhook-signature");
    }

    @Test
    void pageSaysThatItIsOne() {
        http.accepts();
        send();

        assertThat(http.calls().getFirst().json()).startsWith("{\"type\":\"incident.page\"");
    }

    @Test
    void hostileTitleArrivesAsItWas() {
        http.accepts();
        send(ChannelExamples.page(ChannelExamples.titled(ChannelExamples.HOSTILE), reader()));

        var body = JsonMapper.shared().readTree(http.calls().getFirst().body());
        assertThat(body.at("/incident/title").stringValue()).isEqualTo(ChannelExamples.HOSTILE);
    }

    @ParameterizedTest
    @CsvSource({"200", "201", "202", "204"})
    void anySuccessIsAccepted(int status) {
        http.answers(status, Map.of(), status == 204 ? "" : "garbage <html>");

        assertThat(send()).isEqualTo(new Accepted("HTTP " + status));
    }

    @ParameterizedTest
    @CsvSource({"301", "302", "307", "308", "400", "401", "403", "404", "405", "409", "410", "413", "422", "451"})
    void redirectsAndRefusalsAreGivenUp(int status) {
        http.answers(status, Map.of("Location", "http://localhost:1/elsewhere"), "");

        assertThat(send())
                .isInstanceOfSatisfying(
                        GiveUp.class,
                        it -> assertThat(it.reason()).contains("localhost answered with status " + status));
        assertThat(http.calls()).hasSize(1);
    }

    @ParameterizedTest(name = "{0} with Retry-After {1}: {2}, unknown {3}")
    @CsvSource({
        "429, 1, PT1S, false",
        "429, 60, PT1M, false",
        "429, , , false",
        "429, 'Thu, 26 Mar 2026 02:16:30 GMT', PT30S, false",
        "429, -5, PT1S, false",
        "429, 1000000000, PT5M, false",
        "429, soon, , false",
        "408, , , false",
        "425, 7, PT7S, false",
        "500, , , false",
        "501, , , false",
        "502, , , true",
        "503, 9, PT9S, false",
        "504, , , true",
        "599, , , false",
    })
    void troubleIsTriedLater(int status, @Nullable String header, @Nullable Duration wait, boolean unknown) {
        http.answers(status, header == null ? Map.of() : Map.of("Retry-After", header), "garbage");

        assertThat(send()).isInstanceOfSatisfying(TryLater.class, it -> {
            assertThat(it.retryAfter()).isEqualTo(wait);
            assertThat(it.unknown()).isEqualTo(unknown);
        });
    }

    @Test
    void addressThatIsNotCalledIsGivenUp() {
        assertThat(sendOver((method, url, headers, body, timeout) -> {
                    throw new OutboundHttp.Refused("a link-local address");
                }))
                .isEqualTo(new GiveUp("Larum does not call this webhook: a link-local address"));
    }

    @Test
    void connectionThatWasNeverMadeIsNotUnknown() {
        assertThat(sendOver((method, url, headers, body, timeout) -> {
                    throw new OutboundHttp.NotSent("the name is not known");
                }))
                .isEqualTo(new TryLater("localhost could not be reached: the name is not known", false, null));
    }

    @Test
    void anythingElseThatBreaksIsUnknown() {
        assertThat(sendOver((method, url, headers, body, timeout) -> {
                    throw new IOException("Connection reset, token=battery");
                }))
                .isEqualTo(new TryLater("localhost gave no answer; the message may have arrived.", true, null));
        assertThat(sendOver((method, url, headers, body, timeout) -> {
                    throw new IllegalStateException("token=battery");
                }))
                .isEqualTo(new TryLater("localhost gave no answer: IllegalStateException.", true, null));
    }

    @ParameterizedTest
    @CsvSource({"'whsec_battery!'", "''", "'whsec_'"})
    void secretThatCannotSignIsGivenUpWithoutACall(String secret) {
        var to = new Endpoint(URI.create("http://localhost:1/"), new Secret(secret));
        var message = ChannelExamples.to(to, ChannelExamples.page(ChannelExamples.payments(), reader()));

        assertThat(channel().send(message))
                .isInstanceOfSatisfying(
                        GiveUp.class,
                        it -> assertThat(it.reason())
                                .startsWith("The webhook cannot be signed")
                                .doesNotContain("battery"));
    }

    private SendOutcome sendOver(OutboundHttp out) {
        var message =
                ChannelExamples.to(provider().address(), ChannelExamples.page(ChannelExamples.payments(), reader()));
        return new WebhookChannel(out, ChannelExamples.clock()).send(message);
    }
}
