package org.larum.domain.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SmsGatewayTest {

    private static final SmsGateway ANYWHERE = gateway("anywhere");
    private static final SmsGateway BRITAIN = gateway("britain", "+44");
    private static final SmsGateway JERSEY = gateway("jersey", "+49", "+447700");
    private static final SmsGateway SPARE = gateway("spare", "+44", "+33");
    private static final List<SmsGateway> ALL = List.of(ANYWHERE, BRITAIN, JERSEY, SPARE);

    private static SmsGateway gateway(String name, String... countries) {
        return new SmsGateway(name, List.of(countries), null, "/var/spool/" + name);
    }

    private static Stream<String> to(String number) {
        return SmsGateway.to(number, ALL).stream().map(SmsGateway::name);
    }

    @Test
    void theLongestBeginningWinsThenTheOrder() {
        assertThat(to("+447700900123")).containsExactly("jersey", "britain", "spare", "anywhere");
        assertThat(to("+442079460000")).containsExactly("britain", "spare", "anywhere");
        assertThat(to("+49301234567")).containsExactly("jersey", "anywhere");
        assertThat(to("+81312345678")).containsExactly("anywhere");
    }

    @Test
    void whereNobodySendsNobodyIsAsked() {
        assertThat(SmsGateway.to("+81312345678", List.of(BRITAIN, JERSEY))).isEmpty();
    }

    @Test
    void whileNothingIsSaidOfGatewaysItIsTheAccount() {
        var shop = DirectoryExamples.quietShop();
        assertThat(shop.gateways()).isEmpty();
        assertThat(SmsGateway.TWILIO.viaTwilio()).isTrue();
        assertThat(BRITAIN.viaTwilio()).isFalse();
    }
}
