package org.larum.notifiers.channel;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a message goes, with everything needed to get there. */
public sealed interface Destination {

    record Mailbox(String address, MailServer server) implements Destination {}

    /**
     * {@code previous}: the secret before this one, while receivers may still know only that. {@code chat}: how the chat behind it wants to
     * be told; null for a machine, which gets signed JSON. {@code room}: which one of the chat's, where the address does not say.
     */
    record Endpoint(
            URI url,
            Secret secret,
            @Nullable Secret previous,
            @Nullable ChatFormat chat,
            @Nullable String room) implements Destination {

        public Endpoint(URI url, Secret secret) {
            this(url, secret, null, null, null);
        }

        /** Paths and queries of webhooks often hold a secret of their own. */
        @Override
        public String toString() {
            return "Endpoint[" + url.getHost() + "]";
        }
    }

    /** What reads text messages. {@code gateways}: those that send to this number, the one to ask first being the first. */
    record Handset(String number, List<Gateway> gateways) implements Destination {

        /** Numbers belong into no log. */
        @Override
        public String toString() {
            return "Handset" + last(number);
        }
    }

    /** Whoever takes text messages; {@code name}: what the house calls it. */
    sealed interface Gateway {
        String name();
    }

    /** {@code status}: as of a {@link Telephone}. */
    record ByTwilio(
            String name, TwilioAccount account, @Nullable URI status) implements Gateway {}

    /**
     * {@code request}: what is sent to it, as JSON with places for number, text and id; {@code receipt}: the JSON pointer to what it calls
     * the message: without an answer there, it has not taken it. Null when its status says enough.
     */
    record ByHttp(String name, Secret request, @Nullable String receipt) implements Gateway {}

    /** {@code folder}: from which smstools takes messages. */
    record BySpool(String name, Path folder) implements Gateway {}

    private static String last(String number) {
        return "[…" + number.substring(Math.max(0, number.length() - 2)) + "]";
    }

    /**
     * A telephone that is called. {@code status}: where the provider says later what became of it, before the id of the message; {@code answer}: where a pressed key
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
            return "Telephone" + last(number);
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

    /**
     * Who sent alerts and wants to know who is at work on them. {@code api}: what is spoken there; {@code quiet}: how long it is silent at most; {@code user}: null for a
     * token; {@code holder}: whoever has the incident in hand, null when nobody has; {@code asOf}: the number of the newest event of the
     * incident that is known; {@code alerts}: all that it ever sent of this incident.
     */
    record Source(
            UUID integration,
            Api api,
            URI url,
            @Nullable String user,
            @Nullable Secret secret,
            Duration quiet,
            @Nullable String holder,
            long asOf,
            List<Sent> alerts)
            implements Destination {

        public enum Api {
            ALERTMANAGER,
            ICINGA2
        }

        public record Sent(UUID alert, Map<String, String> labels, boolean open) {}

        /** Names of people and labels are nobody's business in a log. */
        @Override
        public String toString() {
            return "Source[" + url.getHost() + "]";
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
