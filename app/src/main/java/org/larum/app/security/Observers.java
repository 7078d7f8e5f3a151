package org.larum.app.security;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.larum.app.config.Settings;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.web.server.ServerWebExchange;

/**
 * Who may see the server's numbers and the details of its health: administrators, the operator, and without signing in whoever
 * asks from the machine itself. A proxy on the same machine asks from there too, on behalf of anybody: so nobody is let in
 * unsigned when the public address is another, when the request names another host, or when it says that it was passed on.
 */
final class Observers {

    static final String AUTHORITY = "LARUM_OBSERVER";
    static final List<GrantedAuthority> AUTHORITIES = List.of(new SimpleGrantedAuthority(AUTHORITY));
    static final Local LOCAL = new Local();

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
    private static final Set<String> PASSED_ON = Set.of("Forwarded", "Via", "X-Real-IP");

    /** Somebody on this machine, nobody knows who. */
    static final class Local extends AbstractAuthenticationToken {

        private Local() {
            super(AUTHORITIES);
            setAuthenticated(true);
        }

        @Override
        public @Nullable Object getCredentials() {
            return null;
        }

        @Override
        public String getPrincipal() {
            return "local";
        }
    }

    private final boolean isPublishedHere;

    Observers(Settings settings) {
        this.isPublishedHere = OWN_NAMES.contains(String.valueOf(settings.url().getHost()));
    }

    boolean isLocal(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var path = request.getPath().value();
        return isPublishedHere
                && (path.equals("/actuator") || path.startsWith("/actuator/"))
                && request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION) == null
                && isLoopback(request.getRemoteAddress())
                && isOwnName(request.getHeaders().getHost())
                && !isPassedOn(request.getHeaders());
    }

    private static boolean isLoopback(@Nullable InetSocketAddress from) {
        InetAddress address = from == null ? null : from.getAddress();
        return address != null && address.isLoopbackAddress();
    }

    /** A page of somebody else's, in a browser on this machine, names its own host, whatever address that resolves to. */
    private static boolean isOwnName(@Nullable InetSocketAddress host) {
        return host != null && OWN_NAMES.contains(host.getHostString());
    }

    private static boolean isPassedOn(HttpHeaders headers) {
        return headers.headerNames().stream()
                .anyMatch(name -> PASSED_ON.stream().anyMatch(name::equalsIgnoreCase)
                        || name.regionMatches(true, 0, "X-Forwarded-", 0, "X-Forwarded-".length()));
    }
}
