package org.larum.app.outbound;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which addresses Larum does not call, and why. An IPv4 address inside an IPv6 one is judged as itself, too. */
final class AddressRules {

    private static final List<Net> SPECIAL = List.of(
            Net.of("0.0.0.0/8", "an unspecified address"),
            Net.of("169.254.0.0/16", "a link-local address"),
            Net.of("224.0.0.0/4", "a multicast address"),
            Net.of("255.255.255.255/32", "the broadcast address"),
            Net.of("240.0.0.0/4", "a reserved address"),
            Net.of("100.100.100.200/32", "where a cloud keeps credentials"),
            Net.of("168.63.129.16/32", "where a cloud keeps credentials"),
            Net.of("192.0.0.192/32", "where a cloud keeps credentials"),
            Net.of("::/128", "an unspecified address"),
            Net.of("fe80::/10", "a link-local address"),
            Net.of("ff00::/8", "a multicast address"),
            Net.of("fd00:ec2::254/128", "where a cloud keeps credentials"),
            Net.of("fd20:ce::254/128", "where a cloud keeps credentials"));

    /** IANA's registries of special-purpose addresses, without those above. */
    private static final List<Net> NOT_PUBLIC = List.of(
            Net.of("127.0.0.0/8", "this machine"),
            Net.of("10.0.0.0/8", "a private address"),
            Net.of("172.16.0.0/12", "a private address"),
            Net.of("192.168.0.0/16", "a private address"),
            Net.of("100.64.0.0/10", "an address inside a provider's network"),
            Net.of("192.0.0.0/24", "an address for protocols"),
            Net.of("192.0.2.0/24", "an address for documentation"),
            Net.of("198.51.100.0/24", "an address for documentation"),
            Net.of("203.0.113.0/24", "an address for documentation"),
            Net.of("192.88.99.0/24", "a former relay"),
            Net.of("198.18.0.0/15", "an address for measurements"),
            Net.of("::1/128", "this machine"),
            Net.of("fc00::/7", "a private address"),
            Net.of("fec0::/10", "a private address"),
            Net.of("64:ff9b:1::/48", "a private address"),
            Net.of("100::/64", "an address that leads nowhere"),
            Net.of("2001:2::/48", "an address for measurements"),
            Net.of("2001:db8::/32", "an address for documentation"),
            Net.of("3fff::/20", "an address for documentation"),
            Net.of("5f00::/16", "an address for routing"));

    private static final List<Net> BOTH =
            Stream.concat(SPECIAL.stream(), NOT_PUBLIC.stream()).toList();

    private static final Net COMPATIBLE = Net.of("::/96", "");
    /** The translated form; the JDK itself unmaps {@code ::ffff:a.b.c.d}. */
    private static final Net TRANSLATED = Net.of("::ffff:0:0:0/96", "");

    private static final Net NAT64 = Net.of("64:ff9b::/96", "");
    private static final Net NAT64_LOCAL = Net.of("64:ff9b:1::/48", "");
    private static final Net SIX_TO_FOUR = Net.of("2002::/16", "");
    private static final Net TEREDO = Net.of("2001::/32", "");

    private AddressRules() {}

    /** Why this address is not called, as in "a link-local address"; empty when it is. */
    static Optional<String> refusal(InetAddress address, Reach reach) {
        List<byte[]> judged = judged(address);
        List<Net> nets = reach == Reach.PUBLIC_ONLY ? BOTH : SPECIAL;
        return nets.stream()
                .filter(net -> judged.stream().anyMatch(net::holds))
                .map(Net::name)
                .findFirst();
    }

    private static List<byte[]> judged(InetAddress address) {
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address _ -> List.of(bytes);
            case Inet6Address _ ->
                embedded(bytes).map(inner -> List.of(bytes, inner)).orElse(List.of(bytes));
            default -> throw new IllegalArgumentException("an address of an unknown family");
        };
    }

    private static Optional<byte[]> embedded(byte[] six) {
        if (isMapped(six) || TRANSLATED.holds(six) || NAT64.holds(six) || NAT64_LOCAL.holds(six) || isCompatible(six)) {
            return Optional.of(Arrays.copyOfRange(six, 12, 16));
        }
        if (SIX_TO_FOUR.holds(six)) {
            return Optional.of(Arrays.copyOfRange(six, 2, 6));
        }
        if (TEREDO.holds(six)) {
            byte[] four = Arrays.copyOfRange(six, 12, 16);
            for (int i = 0; i < four.length; i++) {
                four[i] = (byte) ~four[i]; // a client's address is written inverted (RFC 4380, section 4)
            }
            return Optional.of(four);
        }
        return isIsatap(six) ? Optional.of(Arrays.copyOfRange(six, 12, 16)) : Optional.empty();
    }

    private static boolean isMapped(byte[] six) {
        return six[10] == -1 && six[11] == -1 && isZero(six, 10);
    }

    /** {@code ::} and {@code ::1} look compatible, but are addresses of their own. */
    private static boolean isCompatible(byte[] six) {
        return COMPATIBLE.holds(six) && !(isZero(six, 15) && (six[15] == 0 || six[15] == 1));
    }

    private static boolean isIsatap(byte[] six) {
        return (six[8] & ~2) == 0 && six[9] == 0 && six[10] == 0x5e && six[11] == (byte) 0xfe;
    }

    private static boolean isZero(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Addresses that begin alike. {@code name}: what people call them. */
    private record Net(byte[] prefix, int bits, String name) {

        static Net of(String cidr, String name) {
            int slash = cidr.indexOf('/');
            byte[] prefix = InetAddress.ofLiteral(cidr.substring(0, slash)).getAddress();
            return new Net(prefix, Integer.parseInt(cidr.substring(slash + 1)), name);
        }

        boolean holds(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
