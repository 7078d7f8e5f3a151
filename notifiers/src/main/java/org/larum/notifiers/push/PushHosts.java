package org.larum.notifiers.push;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where devices may be. Anybody who signs in tells Larum the address of their device, so that only those of the push services of
 * browsers are believed.
 *
 * @param others hosts that the operator allows besides, also without encryption; with a port, only that one
 */
public record PushHosts(Set<String> others) {

    private static final Set<String> KNOWN = Set.of("fcm.googleapis.com", "updates.push.services.mozilla.com");
    private static final List<String> FAMILIES = List.of(".push.apple.com", ".notify.windows.com");

    public boolean allow(URI endpoint) {
        if (endpoint.getHost() == null || endpoint.getRawUserInfo() != null) {
            return false;
        }
        var host = endpoint.getHost().toLowerCase(Locale.ROOT);
        boolean isKnown = KNOWN.contains(host) || FAMILIES.stream().anyMatch(host::endsWith);
        boolean isUsual =
                "https".equals(endpoint.getScheme()) && (endpoint.getPort() == -1 || endpoint.getPort() == 443);
        return (isKnown && isUsual)
                || others.contains(host)
                || others.contains(endpoint.getRawAuthority().toLowerCase(Locale.ROOT));
    }
}
