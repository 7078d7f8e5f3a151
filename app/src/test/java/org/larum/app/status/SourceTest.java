package org.larum.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceTest {

    private static String of(String peer, String... forwarded) {
        return Source.of(InetAddress.ofLiteral(peer), List.of(forwarded));
    }

    @Test
    void whoSpeaksToUsDirectlyCannotSayThatItIsSomebodyElse() {
        assertThat(of("198.51.100.7", "203.0.113.9")).isEqualTo(of("198.51.100.7"));
    }

    @Test
    void behindOurOwnProxiesItIsWhoeverSpokeToTheOutermost() {
        assertThat(of("127.0.0.1", "192.0.2.66, 203.0.113.9, 10.0.0.3")).isEqualTo(of("203.0.113.9"));
        assertThat(of("127.0.0.1", "192.0.2.66", "203.0.113.9")).isEqualTo(of("203.0.113.9"));
    }

    @Test
    void whatIsNoAddressEndsTheWay() {
        assertThat(of("127.0.0.1", "localhost")).isEqualTo(of("127.0.0.1"));
        assertThat(of("127.0.0.1", "")).isEqualTo(of("127.0.0.1"));
    }

    @Test
    void oneNetworkOfIpv6IsOneSource() {
        assertThat(of("2001:db8:1:2::1")).isEqualTo(of("2001:db8:1:2:ffff::9")).isNotEqualTo(of("2001:db8:1:3::1"));
    }
}
