package org.larum.notifiers.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PushSealTest {

    private static final String DEVICE =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";

    /** RFC 8291, Appendix A. */
    @Test
    void theExampleOfTheStandardComesOut() {
        var ours = new KeyPair(
                P256.point(bytes(
                        "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")),
                P256.number(bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")));
        var sealed = PushSeal.seal(
                "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.UTF_8),
                bytes(DEVICE),
                bytes(AUTH),
                ours,
                bytes("DGv6ra1nlYgDCS1FRnbzlw"));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed))
                .isEqualTo(
                        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS"
                                + "6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxs"
                                + "j_Qulcy4a-fN");
    }

    @Test
    void onlyItsBrowserOpensIt() {
        var browser = new Browser();
        var to = browser.at(URI.create("https://fcm.googleapis.com/x"));
        var sealed = PushSeal.seal("ß".getBytes(StandardCharsets.UTF_8), to);
        assertThat(browser.open(sealed)).isEqualTo("ß");
        assertThatThrownBy(() -> new Browser().open(sealed)).hasMessageContaining("not sealed for this browser");
        assertThat(PushSeal.seal("ß".getBytes(StandardCharsets.UTF_8), to)).isNotEqualTo(sealed);
    }

    @Test
    void itFillsOneRecordAndNoMore() {
        var browser = new Browser();
        var to = browser.at(URI.create("https://fcm.googleapis.com/x"));
        assertThat(PushSeal.seal(new byte[PushSeal.MOST], to)).hasSize(4096);
        assertThatThrownBy(() -> PushSeal.seal(new byte[PushSeal.MOST + 1], to))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keysThatNoBrowserMakesAreNotFit() {
        assertThat(PushSeal.isFit(DEVICE, AUTH)).isTrue();
        assertThat(PushSeal.isFit(DEVICE, "BTBZ")).isFalse();
        assertThat(PushSeal.isFit(DEVICE + "AA", AUTH)).isFalse();
        assertThat(PushSeal.isFit("not base64!", AUTH)).isFalse();
        var beside = bytes(DEVICE);
        beside[64]++;
        assertThat(PushSeal.isFit(Base64.getUrlEncoder().encodeToString(beside), AUTH))
                .isFalse();
    }

    private static byte[] bytes(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }
}
