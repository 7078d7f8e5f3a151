package org.larum.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.app.config.Settings;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class ObserversTest {

    private static boolean isLocal(String url, String from, String host, String... header) {
        var settings = Settings.from(Map.of("LARUM_URL", url));
        var request = MockServerHttpRequest.get("/actuator/prometheus")
                .header("Host", host)
                .remoteAddress(new InetSocketAddress(from, 40_000));
        if (header.length > 0) {
            request.header(header[0], "x");
        }
        return new Observers(settings).isLocal(MockServerWebExchange.from(request.build()));
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080, 127.0.0.1, 127.0.0.1:8080, true",
        "http://127.0.0.1:8080, 127.0.0.1, localhost:8080, true",
        "http://localhost:8080, ::1,       [::1]:8080,     true",
        // from elsewhere
        "http://127.0.0.1:8080, 10.0.0.9,  127.0.0.1:8080, false",
        // a public address: what comes from here may be a proxy
        "https://larum.example, 127.0.0.1, 127.0.0.1:8080, false",
        // a name that somebody made point here
        "http://127.0.0.1:8080, 127.0.0.1, evil.example,   false"
    })
    void onlyTheMachineItselfNeedsNoToken(String url, String from, String host, boolean isLocal) {
        assertThat(isLocal(url, from, host)).isEqualTo(isLocal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "via", "X-Forwarded-For", "x-forwarded-proto", "X-Real-IP", "Authorization"})
    void whatWasPassedOnIsNotLocal(String header) {
        assertThat(isLocal("http://127.0.0.1:8080", "127.0.0.1", "127.0.0.1:8080", header))
                .isFalse();
    }

    @Test
    void onlyTheNumbersAreSeenWithoutSigningIn() {
        var request = MockServerHttpRequest.get("/api/incidents")
                .header("Host", "127.0.0.1:8080")
                .remoteAddress(new InetSocketAddress("127.0.0.1", 40_000))
                .build();
        assertThat(new Observers(Settings.from(Map.of())).isLocal(MockServerWebExchange.from(request)))
                .isFalse();
    }
}
