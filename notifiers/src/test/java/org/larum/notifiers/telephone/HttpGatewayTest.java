package org.larum.notifiers.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.larum.notifiers.channel.Channel;
import org.larum.notifiers.channel.ChannelContract;
import org.larum.notifiers.channel.ChannelExamples;
import org.larum.notifiers.channel.Destination;
import org.larum.notifiers.channel.Destination.ByHttp;
import org.larum.notifiers.channel.Destination.Handset;
import org.larum.notifiers.channel.HttpProvider;
import org.larum.notifiers.channel.Message.Reader;
import org.larum.notifiers.channel.PlainHttp;
import org.larum.notifiers.channel.Secret;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.TryLater;

class HttpGatewayTest extends ChannelContract {

    private final HttpProvider http =
            new HttpProvider(base -> new Handset(TwilioExamples.ADAS_NUMBER, List.of(gateway(base))));

    static ByHttp gateway(URI base) {
        var request = """
                {"method": "POST", "url": "%ssend", "headers": {"Authorization": "%s"},
                 "json": {"to": "{number}", "text": "{text}", "ref": "{id}"}}""".formatted(base, SECRET);
        return new ByHttp("berlin", new Secret(request), "/id");
    }

    @Override
    protected OtherSide start() {
        return new Berlin(http);
    }

    /** It answers with what it calls the message. */
    private record Berlin(HttpProvider http) implements OtherSide {

        @Override
        public void accepts() {
            http.answers(200, Map.of(), "{\"id\": \"B-7\"}");
        }

        @Override
        public void refusesForGood() {
            http.answers(400, Map.of(), "no credit");
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
            return http.heard();
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
        return new SmsChannel(new PlainHttp(), ChannelExamples.clock(), Duration.ofSeconds(2));
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
                .filter(line -> line.contains("\"ref\""))
                .map(line -> line.replaceAll(".*\"ref\":\"([^\"]*)\".*", "$1\n"))
                .collect(Collectors.joining());
    }

    @Test
    void itIsAskedInItsOwnWords() {
        provider().accepts();
        assertThat(send()).isEqualTo(new Accepted("B-7"));
        var call = http.calls().getFirst();
        assertThat(call.header("Authorization")).isEqualTo(SECRET);
        assertThat(call.uri()).hasToString("/send");
        assertThat(call.json())
                .contains("\"to\":\"+447700900123\"")
                .contains("Critical INC-1042 7.2 % of payments fail (checkout). https://larum.example.org/i/1042");
    }

    @ParameterizedTest
    @CsvSource({
        "200, '{\"error\": \"no credit\"}', false",
        "200, '{\"id\": null}', false",
        "200, '{\"id\": false}', false",
        "200, <html>, true",
        "500, , true",
        "502, , true",
        "503, , false",
        "408, , false",
    })
    void withoutAReceiptItHasNotTakenIt(int status, @Nullable String body, boolean unknown) {
        http.answers(status, Map.of(), body == null ? "" : body);
        assertThat(send())
                .isInstanceOfSatisfying(
                        TryLater.class, it -> assertThat(it.unknown()).isEqualTo(unknown));
    }
}
