package org.larum.app.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.PersonId;
import org.larum.domain.shared.ChannelKind;
import org.larum.notifiers.delivery.Briefing.Address;

/** Whether the organisation knows a way to somebody: all that can be said of it without opening a seal. */
public final class Reachable {

    static final String NOT_HERE = "This person is not in the organisation any more.";
    static final String NO_ADDRESS = "This person has no e-mail address.";

    static final String NO_NUMBER = "This person has no telephone number.";

    static final String NO_DEVICE = "This person has no device that takes messages.";

    private Reachable() {}

    /** Null when there is a way. */
    public static @Nullable Address whyNot(ChannelKind channel, UUID recipient, Directory organisation) {
        return switch (channel) {
            case EMAIL -> noMailbox(recipient, organisation);
            case WEBHOOK ->
                organisation.webhooks().stream()
                                .anyMatch(webhook -> webhook.id().value().equals(recipient))
                        ? null
                        : new Address.Never("This webhook is not in the configuration any more.");
            case SMS ->
                noTelephone(recipient, organisation, !organisation.gateways().isEmpty());
            case CALL ->
                noTelephone(recipient, organisation, organisation.twilio().isPresent());
            case PUSH -> noDevice(recipient, organisation);
            case SLACK -> nobodyInSlack(recipient, organisation);
            case SOURCE ->
                organisation.integrations().stream()
                                .anyMatch(one -> one.id().value().equals(recipient) && one.acknowledge() != null)
                        ? null
                        : new Address.Never("This integration is told nothing any more: its configuration says no"
                                + " acknowledge:. What was silenced there ends by itself.");
        };
    }

    private static @Nullable Address noDevice(UUID recipient, Directory organisation) {
        var person = new PersonId(recipient);
        if (organisation.person(person).isEmpty()) {
            return new Address.Never(NOT_HERE);
        }
        return organisation.devices(person).isEmpty() ? new Address.Never(NO_DEVICE) : null;
    }

    private static @Nullable Address nobodyInSlack(UUID recipient, Directory organisation) {
        var person = organisation.person(new PersonId(recipient));
        if (person.isEmpty()) {
            return new Address.Never(NOT_HERE);
        }
        if (person.get().email() == null) {
            return new Address.Never(NO_ADDRESS);
        }
        return organisation.slack().isPresent()
                ? null
                : new Address.Never("Larum is not in Slack. Describe channels: slack: in the configuration.");
    }

    private static @Nullable Address noTelephone(UUID recipient, Directory organisation, boolean isSetUp) {
        var person = organisation.person(new PersonId(recipient));
        if (person.isEmpty()) {
            return new Address.Never(NOT_HERE);
        }
        if (person.get().phone() == null) {
            return new Address.Never(NO_NUMBER);
        }
        return isSetUp
                ? null
                : new Address.Never(
                        "Nobody sends messages to telephones. Describe channels: twilio: in the configuration.");
    }

    private static @Nullable Address noMailbox(UUID recipient, Directory organisation) {
        var person = organisation.person(new PersonId(recipient));
        if (person.isEmpty()) {
            return new Address.Never(NOT_HERE);
        }
        if (person.get().email() == null) {
            return new Address.Never(NO_ADDRESS);
        }
        return organisation.email().isPresent()
                ? null
                : new Address.NotYet("No mail server is set up. Describe it under channels: email: in the"
                        + " configuration file, and it is sent.");
    }
}
