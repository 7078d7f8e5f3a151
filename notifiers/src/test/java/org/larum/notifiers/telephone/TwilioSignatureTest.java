package org.larum.notifiers.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.larum.notifiers.channel.Secret;

class TwilioSignatureTest {

    private static final Secret TOKEN = new Secret("12345");
    private static final String URL = "https://larum.example.org/telephone/twilio/sms?x=1";
    private static final Map<String, String> FORM =
            Map.of("From", "+447700900123", "Body", "1", "MessageSid", "SM42", "To", "+15005550006");

    private static String sign(String token, String url, Map<String, String> form) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            var text = new StringBuilder(url);
            new TreeMap<>(form).forEach((name, value) -> text.append(name).append(value));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatTwilioSignedIsTaken() {
        assertThat(TwilioSignature.isBy(TOKEN, URL, FORM, sign("12345", URL, FORM)))
                .isTrue();
        assertThat(TwilioSignature.isBy(TOKEN, URL, Map.of(), sign("12345", URL, Map.of())))
                .isTrue();
    }

    @Test
    void whatAnotherSignedIsNot() {
        assertThat(TwilioSignature.isBy(TOKEN, URL, FORM, sign("12346", URL, FORM)))
                .isFalse();
        assertThat(TwilioSignature.isBy(TOKEN, URL, FORM, "")).isFalse();
        assertThat(TwilioSignature.isBy(TOKEN, URL, FORM, "no base 64 at all")).isFalse();
    }

    /** One letter of the address, of the form or of the signature is another, is gone, or is one more. */
    @Test
    void ofTenThousandForgeriesNoneIsTaken() {
        var random = new Random(7);
        var signature = sign("12345", URL, FORM);
        var names = List.copyOf(new TreeMap<>(FORM).keySet());
        for (int i = 0; i < 10_000; i++) {
            var url = URL;
            var form = new TreeMap<>(FORM);
            var signed = signature;
            switch (random.nextInt(4)) {
                case 0 -> url = changed(url, random);
                case 1 -> {
                    var name = names.get(random.nextInt(names.size()));
                    form.computeIfPresent(name, (same, value) -> changed(value, random));
                }
                case 2 -> form.put("Added" + random.nextInt(1000), "1");
                // The last letter before the padding holds two bits that mean nothing.
                default -> signed = changed(signature.substring(0, 26), random) + signature.substring(26);
            }
            assertThat(TwilioSignature.isBy(TOKEN, url, form, signed))
                    .as("%s %s %s", url, form, signed)
                    .isFalse();
        }
    }

    private static String changed(String text, Random random) {
        int at = random.nextInt(text.length());
        char letter = (char) ('a' + random.nextInt(26));
        var other = letter == text.charAt(at) ? 'A' : letter;
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + other + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            default -> text.substring(0, at) + other + text.substring(at);
        };
    }
}
