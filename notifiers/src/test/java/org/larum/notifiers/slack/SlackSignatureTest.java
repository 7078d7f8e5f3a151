package org.larum.notifiers.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.larum.notifiers.channel.Secret;

class SlackSignatureTest {

    /** The example of Slack's own documentation. */
    private static final Secret SECRET = new Secret("8f742231b10e8888abcd99yyyzzz85a5");

    private static final String TIME = "1531420618";
    private static final Instant NOW = Instant.ofEpochSecond(1531420618);
    private static final byte[] BODY =
            ("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                            + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                            + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c")
                    .getBytes(StandardCharsets.UTF_8);
    private static final String SIGNATURE = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    private static boolean isTaken(@Nullable String time, @Nullable String signature, byte[] body) {
        return SlackSignature.read(SECRET, time, signature, body, NOW).isPresent();
    }

    private static String sign(String time, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + time + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatSlackSignedIsTaken() {
        assertThat(SlackSignature.read(SECRET, TIME, SIGNATURE, BODY, NOW)).contains(SIGNATURE);
    }

    @Test
    void whatIsNotWholeIsNot() {
        assertThat(isTaken(null, SIGNATURE, BODY)).isFalse();
        assertThat(isTaken(TIME, null, BODY)).isFalse();
        assertThat(isTaken(TIME, "", BODY)).isFalse();
        assertThat(isTaken("", SIGNATURE, BODY)).isFalse();
        assertThat(isTaken("-1531420618", SIGNATURE, BODY)).isFalse();
        assertThat(isTaken("99999999999999999999", SIGNATURE, BODY)).isFalse();
    }

    /** Another way to write it would be another name, and so a second use. */
    @Test
    void itIsWrittenInOneWay() {
        assertThat(isTaken(TIME, SIGNATURE.toUpperCase(Locale.ROOT), BODY)).isFalse();
        assertThat(isTaken(TIME, SIGNATURE.replace("v0=", ""), BODY)).isFalse();
        assertThat(isTaken(TIME, SIGNATURE + " ", BODY)).isFalse();
        assertThat(isTaken("0" + TIME, SIGNATURE, BODY)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "299, true", "300, true", "301, false", "-299, true", "-301, false"})
    void itIsGoodForFiveMinutes(long later, boolean isTaken) {
        assertThat(SlackSignature.read(SECRET, TIME, SIGNATURE, BODY, NOW.plusSeconds(later))
                        .isPresent())
                .isEqualTo(isTaken);
    }

    /** One letter or bit of the time, the body or the signature is another, is gone, or is one more. */
    @Test
    void ofTenThousandForgeriesNoneIsTaken() {
        var random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            var time = TIME;
            var body = BODY;
            var signature = SIGNATURE;
            switch (random.nextInt(5)) {
                case 0 -> time = Long.toString(Long.parseLong(TIME) + 1 + random.nextInt(290));
                case 1 -> signature = changed(SIGNATURE, random);
                case 2 -> body = flipped(random);
                case 3 -> body = Arrays.copyOf(BODY, random.nextInt(BODY.length));
                default -> signature = sign(Long.toString(Long.parseLong(TIME) - 1 - random.nextInt(290)), BODY);
            }
            assertThat(isTaken(time, signature, body))
                    .as("%s %s %s", time, signature, new String(body, StandardCharsets.UTF_8))
                    .isFalse();
        }
    }

    private static byte[] flipped(Random random) {
        var body = BODY.clone();
        body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
        return body;
    }

    private static String changed(String text, Random random) {
        int at = random.nextInt(text.length());
        char other = text.charAt(at) == 'g' ? 'h' : 'g';
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + other + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            default -> text.substring(0, at) + other + text.substring(at);
        };
    }
}
