package org.larum.app.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form is read by the JDK, as it is when Larum calls. */
class AddressRulesTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        // unspecified
        "0.0.0.0, an unspecified address",
        "0, an unspecified address",
        "0.1.2.3, an unspecified address",
        "::, an unspecified address",
        "::ffff:0.0.0.0, an unspecified address",
        "64:ff9b::0.0.0.0, an unspecified address",
        // link-local, in all its disguises
        "169.254.169.254, a link-local address",
        "169.254.0.1, a link-local address",
        "2852039166, a link-local address",
        "169.16689662, a link-local address",
        "169.254.43518, a link-local address",
        "::ffff:169.254.169.254, a link-local address",
        "::ffff:a9fe:a9fe, a link-local address",
        "0:0:0:0:0:ffff:a9fe:a9fe, a link-local address",
        "::169.254.169.254, a link-local address",
        "::ffff:0:169.254.169.254, a link-local address",
        "64:ff9b::169.254.169.254, a link-local address",
        "64:ff9b:1::169.254.169.254, a link-local address",
        "2002:a9fe:a9fe::1, a link-local address",
        "2001:0:4136:e378:8000:63bf:5601:5601, a link-local address",
        "2001:db8::5efe:169.254.169.254, a link-local address",
        "2001:db8::200:5efe:169.254.169.254, a link-local address",
        "fe80::1, a link-local address",
        "febf:ffff::1, a link-local address",
        "FE80::1, a link-local address",
        // many machines
        "224.0.0.1, a multicast address",
        "239.255.255.250, a multicast address",
        "ff02::1, a multicast address",
        "ff0e::1, a multicast address",
        "255.255.255.255, the broadcast address",
        "4294967295, the broadcast address",
        "240.0.0.1, a reserved address",
        "::ffff:224.0.0.1, a multicast address",
        // clouds
        "fd00:ec2::254, where a cloud keeps credentials",
        "fd00:0ec2:0:0:0:0:0:254, where a cloud keeps credentials",
        "fd20:ce::254, where a cloud keeps credentials",
        "100.100.100.200, where a cloud keeps credentials",
        "168.63.129.16, where a cloud keeps credentials",
        "192.0.0.192, where a cloud keeps credentials",
    })
    void specialAddressesAreNeverCalled(String host, String why) throws UnknownHostException {
        assertThat(AddressRules.refusal(InetAddress.getByName(host), Reach.ANY_BUT_SPECIAL))
                .contains(why);
        assertThat(AddressRules.refusal(InetAddress.getByName(host), Reach.PUBLIC_ONLY))
                .contains(why);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "127.0.0.1, this machine",
        "127.255.255.254, this machine",
        "2130706433, this machine",
        "127.1, this machine",
        "127.0.1, this machine",
        "::1, this machine",
        "::ffff:127.0.0.1, this machine",
        "::ffff:7f00:1, this machine",
        "::127.0.0.1, this machine",
        "64:ff9b::127.0.0.1, this machine",
        "2002:7f00:1::, this machine",
        "10.0.0.1, a private address",
        "167772161, a private address",
        "10.255.255.255, a private address",
        "172.16.0.1, a private address",
        "172.31.255.255, a private address",
        "192.168.0.1, a private address",
        "::ffff:192.168.0.1, a private address",
        "64:ff9b::a00:1, a private address",
        "2002:c0a8:1::1, a private address",
        "fc00::1, a private address",
        "fdff::1, a private address",
        "fec0::1, a private address",
        "64:ff9b:1::808:808, a private address",
        "100.64.0.1, an address inside a provider's network",
        "100.127.255.255, an address inside a provider's network",
        "192.0.0.1, an address for protocols",
        "192.0.2.1, an address for documentation",
        "198.51.100.1, an address for documentation",
        "203.0.113.1, an address for documentation",
        "2001:db8::1, an address for documentation",
        "3fff:fff::1, an address for documentation",
        "198.18.0.1, an address for measurements",
        "198.19.255.255, an address for measurements",
        "2001:2::1, an address for measurements",
        "192.88.99.1, a former relay",
        "100::1, an address that leads nowhere",
    })
    void privateAddressesAreCalledOnlyWithFullReach(String host, String why) throws UnknownHostException {
        assertThat(AddressRules.refusal(InetAddress.getByName(host), Reach.ANY_BUT_SPECIAL))
                .isEmpty();
        assertThat(AddressRules.refusal(InetAddress.getByName(host), Reach.PUBLIC_ONLY))
                .contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "134744072",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:4860:4860::8888",
                "2606:4700:4700::1111",
                "::ffff:8.8.8.8",
                "64:ff9b::8.8.8.8",
                "2002:808:808::1",
                "3ffe::1",
            })
    void publicAddressesAreAlwaysCalled(String host) throws UnknownHostException {
        assertThat(AddressRules.refusal(InetAddress.getByName(host), Reach.PUBLIC_ONLY))
                .isEmpty();
        assertThat(AddressRules.refusal(InetAddress.getByName(host), Reach.ANY_BUT_SPECIAL))
                .isEmpty();
    }
}
