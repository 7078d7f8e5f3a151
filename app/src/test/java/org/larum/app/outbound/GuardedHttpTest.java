package org.larum.app.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.notifiers.channel.OutboundHttp.Answer;
import org.larum.notifiers.channel.OutboundHttp.Method;
import org.larum.notifiers.channel.OutboundHttp.NotSent;
import org.larum.notifiers.channel.OutboundHttp.Refused;

class GuardedHttpTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfine!";
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final GuardedHttp http = new GuardedHttp(Reach.ANY_BUT_SPECIAL);
    private RawServer server = new RawServer(RawServer.saying(OK));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void postsWhatItIsGivenAndReturnsTheAnswer() throws IOException {
        Answer answer = http.post(
                server.uri("localhost"),
                Map.of("webhook-id", "n1", "User-Agent", "Larum", "Content-Type", "application/json"),
                "{\"ü\":1}".getBytes(StandardCharsets.UTF_8),
                LONG);

        assertThat(answer).isEqualTo(new Answer(200, null, "fine!"));
        assertThat(server.heard())
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("POST /hook HTTP/1.1\r\n")
                .containsIgnoringCase("host: localhost:" + server.port() + "\r\n")
                .containsIgnoringCase("user-agent: Larum\r\n")
                .containsIgnoringCase("webhook-id: n1\r\n")
                .doesNotContainIgnoringCase("transfer-encoding")
                .endsWith("\r\n\r\n{\"ü\":1}");
    }

    @Test
    void asksWithoutABody() throws IOException {
        assertThat(http.get(server.uri("localhost"), Map.of("Accept", "application/json"), LONG))
                .isEqualTo(new Answer(200, null, "fine!"));
        assertThat(server.heard())
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("GET /hook HTTP/1.1\r\n")
                .doesNotContainIgnoringCase("transfer-encoding")
                .endsWith("\r\n\r\n");
    }

    @Test
    void putsUnderAName() throws IOException {
        http.call(Method.PUT, server.uri("localhost"), Map.of(), "{}".getBytes(StandardCharsets.UTF_8), LONG);
        assertThat(server.heard())
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("PUT /hook HTTP/1.1\r\n")
                .endsWith("\r\n\r\n{}");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectIsNotFollowed(int status) throws IOException {
        try (var target = new RawServer(RawServer.saying(OK))) {
            serve(RawServer.saying("HTTP/1.1 " + status + " Moved\r\nLocation: " + target.uri("localhost")
                    + "\r\nContent-Length: 0\r\n\r\n"));

            assertThat(post(server.uri("localhost"), LONG).status()).isEqualTo(status);
            assertThat(server.heard()).hasSize(1);
            assertThat(target.heard()).isEmpty();
        }
    }

    @Test
    void headerRetryAfterComesAsItWas() throws IOException {
        serve(RawServer.saying("HTTP/1.1 429 Slow\r\nRetry-After: soon\r\nContent-Length: 0\r\n\r\n"));

        assertThat(post(server.uri("localhost"), LONG)).isEqualTo(new Answer(429, "soon", ""));
    }

    @Test
    void bodyIsReadUpToItsLimitOnly() throws IOException {
        serve(socket -> {
            var out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            byte[] chunk = "x".repeat(8192).getBytes(StandardCharsets.UTF_8);
            while (true) {
                out.write(chunk); // ends when the client hangs up
            }
        });

        Answer answer = post(server.uri("localhost"), LONG);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).hasSize(64 * 1024);
    }

    @Test
    void silenceEndsWithTheTimeAllowed() {
        serve(RawServer.silent());

        assertThatThrownBy(() -> post(server.uri("localhost"), SHORT))
                .isInstanceOf(SocketTimeoutException.class)
                .hasMessage("no answer in 1000 ms");
        assertThat(server.heard()).hasSize(1);
    }

    @Test
    void statusCountsEvenIfTheBodyNeverEnds() throws IOException {
        serve(socket -> {
            RawServer.saying("HTTP/1.1 202 OK\r\nContent-Length: 100\r\n\r\nfine")
                    .meet(socket);
            RawServer.silent().meet(socket);
        });

        assertThat(post(server.uri("localhost"), SHORT)).isEqualTo(new Answer(202, null, "fine"));
    }

    @Test
    void brokenConnectionIsTriedOnlyOnce() {
        serve(socket -> socket.setSoLinger(true, 0));

        assertThatThrownBy(() -> post(server.uri("localhost"), LONG))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(NotSent.class)
                .isNotInstanceOf(Refused.class);
        assertThat(server.heard()).hasSize(1);
    }

    @Test
    void answerThatIsNoHttpIsABrokenConnection() {
        serve(RawServer.saying("SSH-2.0-OpenSSH_9.9\r\n\r\n"));

        assertThatThrownBy(() -> post(server.uri("localhost"), SHORT))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(NotSent.class);
    }

    @Test
    void nothingListeningIsNotSent() {
        server.close();

        assertThatThrownBy(() -> post(server.uri("localhost"), LONG)).isInstanceOf(NotSent.class);
    }

    @Test
    void serverWithoutTrustedCertificateIsNotSent() {
        serve(RawServer.saying(OK));

        assertThatThrownBy(() -> post(URI.create("https://localhost:" + server.port() + "/"), SHORT))
                .isInstanceOf(NotSent.class);
    }

    @Test
    void unknownNameIsNotSent() {
        var lost = new GuardedHttp(Reach.ANY_BUT_SPECIAL, host -> {
            throw new UnknownHostException(host);
        });

        assertThatThrownBy(() -> lost.post(server.uri("no-such.example"), Map.of(), new byte[0], LONG))
                .isInstanceOf(NotSent.class)
                .hasMessage("the name no-such.example is not known");
    }

    @ParameterizedTest
    @CsvSource({
        "http://169.254.169.254/latest/meta-data, a link-local address",
        "http://2852039166/, a link-local address",
        "http://[::ffff:169.254.169.254]/, a link-local address",
        "http://[fe80::1]/, a link-local address",
        "http://0.0.0.0:8080/, an unspecified address",
        "http://[::]/, an unspecified address",
        "http://255.255.255.255/, the broadcast address",
        "http://[fd00:ec2::254]/, where a cloud keeps credentials",
        "ftp://localhost/, its address has to begin with http:// or https://",
        "file:///etc/passwd, its address has to begin with http:// or https://",
        "gopher://localhost/, its address has to begin with http:// or https://",
        "/hook, its address has to begin with http:// or https://",
        "http://user:pass@localhost/, its address holds a user name",
        "http://@localhost/, its address holds a user name",
        "http:///hook, its address has no host name",
        "http://127.1/, its address has no host name",
        "http:opaque, its address has no host name",
        "http://my_host/, its address has no host name",
        "http://bücher.example/, its address has no host name",
        "http://localhost:0/, its port",
        "http://localhost:70000/, its port",
    })
    void forbiddenAddressIsRefusedWithAReason(String url, String why) {
        assertThatThrownBy(() -> post(URI.create(url), LONG))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(why)
                .message()
                .doesNotContain("pass@");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "2130706433", "[::ffff:127.0.0.1]"})
    void thisMachineIsNotPublic(String host) throws IOException {
        var strict = new GuardedHttp(Reach.PUBLIC_ONLY);

        assertThatThrownBy(() -> strict.post(server.uri(host), Map.of(), new byte[0], LONG))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("this machine");
        assertThat(post(server.uri(host), LONG).status()).isEqualTo(200);
        assertThat(server.heard()).hasSize(1);
    }

    @Test
    void oneForbiddenAddressAmongGoodOnesIsEnough() {
        var mixed = new GuardedHttp(
                Reach.ANY_BUT_SPECIAL,
                host -> List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("169.254.169.254")));

        assertThatThrownBy(() -> mixed.post(server.uri("two-faced.example"), Map.of(), new byte[0], LONG))
                .isInstanceOf(Refused.class);
        assertThat(server.heard()).isEmpty();
    }

    @Test
    void nameIsLookedUpOnceSoItCannotChangeItsMind() throws IOException {
        var lookUps = new AtomicInteger();
        var rebinding = new GuardedHttp(
                Reach.ANY_BUT_SPECIAL,
                host -> List.of(
                        InetAddress.ofLiteral(lookUps.getAndIncrement() == 0 ? "127.0.0.1" : "169.254.169.254")));

        // the name exists nowhere else: reaching the server proves that the checked address was used
        Answer answer = rebinding.post(server.uri("rebinding.invalid"), Map.of(), new byte[0], LONG);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(lookUps).hasValue(1);
        assertThat(server.heard().getFirst()).containsIgnoringCase("host: rebinding.invalid:" + server.port());
    }

    @Test
    void addressThatWasNotCheckedIsNotConnectedTo() {
        // a literal address needs no look-up on the way out: only the last look can see that another one was checked
        var fooled = new GuardedHttp(Reach.ANY_BUT_SPECIAL, host -> List.of(InetAddress.ofLiteral("127.0.0.2")));

        assertThatThrownBy(() -> fooled.post(server.uri("127.0.0.1"), Map.of(), new byte[0], LONG))
                .isInstanceOf(Refused.class);
        assertThat(server.heard()).isEmpty();
    }

    private void serve(RawServer.Mood mood) {
        server.close();
        server = new RawServer(mood);
    }

    private Answer post(URI url, Duration timeout) throws IOException {
        return http.post(url, Map.of("Content-Type", "application/json"), new byte[] {'{', '}'}, timeout);
    }
}
