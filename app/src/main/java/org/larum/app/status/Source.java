package org.larum.app.status;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Where a request comes from, for counting: behind our own proxies, whoever spoke to the outermost of them. */
final class Source {

    private static final int MOST_HOPS = 20;

    private Source() {}

    static String of(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        var peer = remote == null ? null : remote.getAddress();
        return of(peer, request.getHeaders().getOrEmpty("X-Forwarded-For"));
    }

    /**
     * From the nearest hop outwards, the first that is no machine of ours: what stands beyond it in the header, it may have made up.
     */
    static String of(@Nullable InetAddress peer, List<String> forwarded) {
        var nearest = peer;
        var hops = new ArrayList<String>();
        forwarded.forEach(line -> hops.addAll(Arrays.asList(line.split(",", -1))));
        for (var hop : hops.reversed().stream().limit(MOST_HOPS).toList()) {
            if (nearest == null || !isOurs(nearest)) {
                break;
            }
            var next = address(hop.strip());
            if (next == null) {
                break;
            }
            nearest = next;
        }
        return nearest == null ? "unknown" : network(nearest);
    }

    private static boolean isOurs(InetAddress address) {
        boolean isUniqueLocal = address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || isUniqueLocal;
    }

    /** Only what is written as an address: a name would be looked up. */
    private static @Nullable InetAddress address(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** One customer of a provider has a whole /64 of IPv6. */
    private static String network(InetAddress address) {
        var bytes = address.getAddress();
        return HexFormat.of().formatHex(bytes, 0, bytes.length == 16 ? 8 : bytes.length);
    }
}
