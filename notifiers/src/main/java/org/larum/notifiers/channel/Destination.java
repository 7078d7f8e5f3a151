package org.larum.notifiers.channel;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a message goes, with everything needed to get there. */
public sealed interface Destination {

    record Mailbox(String address, MailServer server) implements Destination {}

    /** {@code chat}: how the chat behind it wants to be told; null for a machine, which gets signed JSON. */
    record Endpoint(URI url, Secret secret, @Nullable ChatFormat chat) implements Destination {

        public Endpoint(URI url, Secret secret) {
            this(url, secret, null);
        }

        /** Paths and queries of webhooks often hold a secret of their own. */
        @Override
        public String toString() {
            return "Endpoint[" + url.getHost() + "]";
        }
    }

    /**
     * {@code status}: where the provider says later what became of it, before the id of the message; {@code answer}: where a pressed key
     * goes. Both are null when the provider cannot get there.
     */
    record Telephone(
            String number,
            TwilioAccount account,
            @Nullable URI status,
            @Nullable URI answer) implements Destination {

        /** Numbers belong into no log, and whoever has the answer's address can answer. */
        @Override
        public String toString() {
            return "Telephone[…" + number.substring(Math.max(0, number.length() - 2)) + "]";
        }
    }

    /** {@code from}: the number of messages; {@code voice}: of calls; {@code url}: where it is, null for its usual place. */
    record TwilioAccount(
            String account,
            Secret token,
            String from,
            String voice,
            @Nullable URI url) {}

    /** A person in a workspace of Slack, who is known there by the address. */
    record SlackPerson(String email, SlackApp app) implements Destination {

        /** Addresses belong into no log. */
        @Override
        public String toString() {
            return "SlackPerson[…]";
        }
    }

    /** {@code url}: where Slack is, null for its usual place. */
    record SlackApp(Secret token, @Nullable URI url) {}

    /** All the devices of one person. {@code keys}: what their push services know the house by. */
    record Devices(List<Device> all, PushKeys keys) implements Destination {}

    /** One browser that takes messages: where its push service takes them, and the keys with which it alone can read them. */
    record Device(UUID id, URI endpoint, String key, Secret auth) {

        /** Whoever has its whole address can send to it. */
        @Override
        public String toString() {
            return "Device[" + id + " at " + endpoint.getHost() + "]";
        }
    }

    /** The pair of the house, as base64url; {@code subject}: whom a push service turns to when there is trouble. */
    record PushKeys(Secret number, String point, String subject) {}

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
