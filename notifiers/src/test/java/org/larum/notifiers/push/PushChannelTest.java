package org.larum.notifiers.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.domain.notification.NotificationId;
import org.larum.notifiers.channel.Channel;
import org.larum.notifiers.channel.ChannelContract;
import org.larum.notifiers.channel.ChannelExamples;
import org.larum.notifiers.channel.Destination;
import org.larum.notifiers.channel.Destination.Devices;
import org.larum.notifiers.channel.Destination.PushKeys;
import org.larum.notifiers.channel.HttpProvider;
import org.larum.notifiers.channel.Message.Notice;
import org.larum.notifiers.channel.Message.Reader;
import org.larum.notifiers.channel.PlainHttp;
import org.larum.notifiers.channel.Secret;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PushChannelTest extends ChannelContract {

    private static final PushKeys KEYS = Vapid.keys(new Secret(Vapid.freshKeys()), "mailto:larum@example.org");

    private final Browser browser = new Browser();
    private final HttpProvider http = new HttpProvider(base -> devices(base.resolve("/push/battery")));
    private final List<UUID> gone = new ArrayList<>();

    private Devices devices(URI... endpoints) {
        return new Devices(List.of(endpoints).stream().map(browser::at).toList(), KEYS);
    }

    @Override
    protected OtherSide start() {
        http.answers(201, Map.of(), "");
        return new PushService();
    }

    /** A push service sees nothing; its phone sees all of it. */
    private final class PushService implements OtherSide {

        @Override
        public void accepts() {
            http.answers(201, Map.of(), "");
        }

        @Override
        public void refusesForGood() {
            http.answers(410, Map.of(), "");
        }

        @Override
        public void asksToTryLater() {
            http.answers(503, Map.of(), "");
        }

        @Override
        public void fallsSilent() {
            http.fallsSilent();
        }

        @Override
        public void hangsUp() {
            http.hangsUp();
        }

        @Override
        public void goesAway() {
            http.goesAway();
        }

        @Override
        public String heard() {
            return http.calls().stream()
                    .map(call -> browser.open(call.body()) + "\n")
                    .collect(Collectors.joining());
        }

        @Override
        public Destination address() {
            return http.address();
        }

        @Override
        public void close() {
            http.close();
        }
    }

    @Override
    protected Channel channel() {
        var port = ((Devices) http.address()).all().getFirst().endpoint().getPort();
        return new PushChannel(
                new PlainHttp(),
                new PushHosts(Set.of("localhost:" + port)),
                new PushReturns() {
                    @Override
                    public URI receipt(NotificationId message) {
                        return URI.create("https://larum.example.org/push/receipts/signed-" + message);
                    }

                    @Override
                    public void gone(UUID device) {
                        gone.add(device);
                    }
                },
                ChannelExamples.clock(),
                Duration.ofSeconds(2));
    }

    @Override
    protected Reader reader() {
        return ChannelExamples.ada();
    }

    @Override
    protected Destination elsewhere() {
        return new Destination.Endpoint(URI.create("https://example.org"), new Secret(SECRET));
    }

    @Override
    protected Duration asksForTime() {
        http.answers(429, Map.of("Retry-After", "42"), "");
        return Duration.ofSeconds(42);
    }

    @Override
    protected String names(String heard) {
        return heard.lines()
                .map(line -> line.replaceAll(".*\"id\":\"([^\"]*)\".*", "$1\n"))
                .collect(Collectors.joining());
    }

    private JsonNode shown() {
        return JsonMapper.shared()
                .readTree(browser.open(http.calls().getLast().body()))
                .get("notification");
    }

    @Test
    void aPageSaysWhatMattersAndWhereToAnswer() {
        send();

        var shown = shown();
        assertThat(shown.get("title").asString()).isEqualTo("Critical: " + ChannelExamples.TITLE);
        assertThat(shown.get("body").asString())
                .contains("INC-1042 on checkout.")
                .contains("Grace is paged");
        assertThat(shown.get("navigate").asString()).isEqualTo(ChannelExamples.ANSWER.toString());
        assertThat(shown.get("tag").asString()).isEqualTo("inc-1042");
        assertThat(shown.at("/actions/0/action").asString()).isEqualTo("acknowledge");
        assertThat(shown.at("/data/answer").asString()).isEqualTo(ChannelExamples.ANSWER.toString());
        assertThat(shown.at("/data/receipt").asString()).endsWith("signed-" + ChannelExamples.NOTIFICATION);
    }

    @Test
    void whatIsForInformationOffersNoAnswer() {
        send(ChannelExamples.update("stood-down", reader()));

        assertThat(shown().get("title").asString()).startsWith("Stood down: ");
        assertThat(shown().get("actions")).isNull();
        assertThat(http.calls().getLast().header("Urgency")).isEqualTo("normal");
        assertThat(http.calls().getLast().header("TTL")).isEqualTo("86400");
    }

    @Test
    void aNoticeHasItsOwnPage() {
        var page = URI.create("https://larum.example.org/me?test=1");
        channel()
                .send(ChannelExamples.to(
                        http.address(),
                        new Notice("Test of your push", "Nothing is wrong.", page, "Ada", ChannelExamples.AT)));

        assertThat(shown().get("title").asString()).isEqualTo("Test of your push");
        assertThat(shown().get("navigate").asString()).isEqualTo(page.toString());
    }

    @Test
    void thePushServiceKnowsTheHouseAndHowUrgentItIs() {
        send();

        var call = http.calls().getLast();
        assertThat(call.header("Content-Encoding")).isEqualTo("aes128gcm");
        assertThat(call.header("Urgency")).isEqualTo("high");
        assertThat(call.header("TTL")).isEqualTo("1800");
        assertThat(call.header("Topic")).matches("[A-Za-z0-9_-]{1,32}");
        var claims = Browser.claims(call.header("Authorization"));
        var endpoint = ((Devices) http.address()).all().getFirst().endpoint();
        assertThat(claims.get("aud").asString()).isEqualTo("http://" + endpoint.getRawAuthority());
        assertThat(claims.get("sub").asString()).isEqualTo("mailto:larum@example.org");
        assertThat(claims.get("exp").asLong())
                .isBetween(
                        ChannelExamples.AT.plus(Duration.ofHours(1)).getEpochSecond(),
                        ChannelExamples.AT.plus(Duration.ofHours(24)).getEpochSecond());
    }

    @Test
    void theSignatureIsMadeOnceForAPushService() {
        var vapid = new Vapid(ChannelExamples.clock());
        var first = vapid.authorization(URI.create("https://fcm.googleapis.com/a"), KEYS);
        assertThat(vapid.authorization(URI.create("https://fcm.googleapis.com/b"), KEYS))
                .isEqualTo(first);
        assertThat(vapid.authorization(URI.create("https://web.push.apple.com/b"), KEYS))
                .isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void aDeviceThatIsGoneIsForgotten(int status) {
        http.answers(status, Map.of(), "");

        assertThat(send()).isInstanceOf(GiveUp.class);
        assertThat(gone)
                .containsExactly(((Devices) http.address()).all().getFirst().id());
    }

    @Test
    void aKeyThatIsNotKnownForgetsNobody() {
        http.answers(403, Map.of(), "");

        assertThat(send())
                .isInstanceOfSatisfying(
                        GiveUp.class, it -> assertThat(it.reason()).contains("the key of this house"));
        assertThat(gone).isEmpty();
    }

    @Test
    void oneDeviceThatTakesItIsEnough() {
        var here = ((Devices) http.address()).all().getFirst().endpoint();
        var two = devices(URI.create("https://elsewhere.example/x"), here);
        var page = ChannelExamples.page(ChannelExamples.payments(), reader());

        assertThat(channel().send(ChannelExamples.to(two, page))).isEqualTo(new Accepted("1 of 2 devices"));
        http.answers(500, Map.of(), "");
        assertThat(channel().send(ChannelExamples.to(two, page))).isInstanceOf(TryLater.class);
        assertThat(channel().send(ChannelExamples.to(devices(), page))).isInstanceOf(GiveUp.class);
    }

    @Test
    void howeverLongTheWordsAreThePayloadStaysSmall() {
        for (var letter : List.of("x", "\"", "数", "😀")) {
            send(ChannelExamples.page(ChannelExamples.titled(letter.repeat(3000)), reader()));
            assertThat(browser.open(http.calls().getLast().body()).getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThan(3000);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://fcm.googleapis.com/fcm/send/x, true",
        "https://web.push.apple.com/x, true",
        "https://updates.push.services.mozilla.com/wpush/v2/x, true",
        "https://wns2-db5p.notify.windows.com/w/?token=x, true",
        "http://localhost:9998/push, true",
        "http://fcm.googleapis.com/x, false",
        "https://fcm.googleapis.com:8443/x, false",
        "https://me@fcm.googleapis.com/x, false",
        "https://fcm.googleapis.com.evil.example/x, false",
        "https://push.apple.com.evil.example/x, false",
        "https://evilpush.apple.com.example/x, false",
        "https://169.254.169.254/latest, false",
        "http://localhost:9999/push, false"
    })
    void onlyPushServicesOfBrowsersAreCalled(URI endpoint, boolean isAllowed) {
        assertThat(new PushHosts(Set.of("localhost:9998")).allow(endpoint)).isEqualTo(isAllowed);
    }
}
