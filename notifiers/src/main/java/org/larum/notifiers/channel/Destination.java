package org.larum.notifiers.channel;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where a message goes, with everything needed to get there. */
public sealed interface Destination {

    record Mailbox(String address, MailServer server) implements Destination {}

    record Endpoint(URI url, Secret secret) implements Destination {

        /** Paths and queries of webhooks often hold a secret of their own. */
        @Override
        public String toString() {
            return "Endpoint[" + url.getHost() + "]";
        }
    }

    record MailServer(
            String host,
            int port,
            String from,
            @Nullable String user,
            @Nullable Secret password,
            Encryption encryption) {}

    enum Encryption {
        /** Uses STARTTLS when the server offers it. */
        AUTO,
        NONE,
        STARTTLS,
        TLS
    }
}
