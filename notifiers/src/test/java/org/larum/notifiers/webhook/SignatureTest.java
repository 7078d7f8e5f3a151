package org.larum.notifiers.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.notifiers.channel.Secret;
import org.larum.notifiers.webhook.Signature.Headers;
import org.larum.notifiers.webhook.Signature.Signed;

/** The first vector is the well-known one of the specification's libraries; all were checked with openssl. */
class SignatureTest {

    private static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long SECONDS = 1_614_265_330;
    private static final Instant AT = Instant.ofEpochSecond(SECONDS);
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String GOLDEN = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw | {\"test\": 2432232314} "
                        + "| v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "a plain text | {\"test\": 2432232314} | v1,EMaO+BqfM9TTfEr3HGJRWMcbNKMCW3+XEhO0WbaXIOw=",
                "Schlüssel 🔑 | {\"title\":\"Zahlung schlägt fehl\"} | v1,8pY4P8vVfwoNcku50JpwRR4E/IqiBuc5GtHeqVdRcaY=",
            })
    void goldenVectors(String secret, String body, String signature) {
        var signed = new Signed(ID, AT, body.getBytes(StandardCharsets.UTF_8));

        assertThat(Signature.sign(new Secret(secret), signed)).isEqualTo(signature);
    }

    @Test
    void partsOfASecondDoNotCount() {
        assertThat(Signature.sign(SECRET, new Signed(ID, AT.plusMillis(999), BODY)))
                .isEqualTo(GOLDEN);
    }

    @Test
    void whatLarumSignsVerifies() {
        assertThat(verify(ID, "" + SECONDS, GOLDEN, AT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, -1, 0, 1, 300})
    void fiveMinutesEitherWayAreFresh(long away) {
        assertThat(verify(ID, "" + SECONDS, GOLDEN, AT.plusSeconds(away))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, 86_400})
    void moreIsStale(long away) {
        assertThat(verify(ID, "" + SECONDS, GOLDEN, AT.plusSeconds(away))).isFalse();
    }

    @Test
    void oneOfSeveralSignaturesIsEnough() {
        assertThat(verify(ID, "" + SECONDS, "v1,AAAA v2,xyz " + GOLDEN, AT)).isTrue();
        assertThat(verify(ID, "" + SECONDS, GOLDEN + " v1,AAAA", AT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "v1",
                "v1,",
                "v1,AAAA",
                "v1,not base64!",
                "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OA=",
            })
    void otherSignaturesDoNotFit(String signature) {
        assertThat(verify(ID, "" + SECONDS, signature, AT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1614265330.0", "99999999999999999999", "-9223372036854775808"})
    void timesThatAreNoneAreRefused(String timestamp) {
        assertThat(verify(ID, timestamp, GOLDEN, AT)).isFalse();
    }

    @Test
    void everyPartIsSigned() {
        byte[] other = "{\"test\": 2432232315}".getBytes(StandardCharsets.UTF_8);

        assertThat(verify("msg_other", "" + SECONDS, GOLDEN, AT)).isFalse();
        assertThat(verify(ID, "" + (SECONDS + 1), GOLDEN, AT)).isFalse();
        assertThat(Signature.verify(SECRET, new Headers(ID, "" + SECONDS, GOLDEN), other, AT))
                .isFalse();
        assertThat(Signature.verify(new Secret("other"), new Headers(ID, "" + SECONDS, GOLDEN), BODY, AT))
                .isFalse();
    }

    @Test
    void messageAboutABadSecretDoesNotHoldIt() {
        assertThatThrownBy(() -> Signature.sign(new Secret("whsec_$ecret"), new Signed(ID, AT, BODY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .message()
                .doesNotContain("$");
    }

    private static boolean verify(String id, String timestamp, String signature, Instant now) {
        return Signature.verify(SECRET, new Headers(id, timestamp, signature), BODY, now);
    }
}
