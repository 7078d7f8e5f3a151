package org.larum.app.delivery;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.security.SecretTable;
import org.larum.domain.directory.Definition.Webhook;
import org.larum.domain.directory.Directory;
import org.larum.domain.incident.IncidentId;
import org.larum.notifiers.channel.ChatFormat;
import org.larum.notifiers.channel.Destination.Endpoint;
import org.larum.notifiers.channel.Message.Reader;
import org.larum.notifiers.channel.Secret;
import org.larum.notifiers.delivery.Briefing.Address;

/** How webhooks are reached, and which are told nothing. */
public final class Endpoints {

    private static final Address LOST =
            new Address.Never("The secret of this webhook is lost. Apply the configuration again.");

    private final SecretTable secrets;
    private final WebhookTable table;
    private final URI url;

    public Endpoints(SecretTable secrets, WebhookTable table, URI url) {
        this.secrets = secrets;
        this.table = table;
        this.url = url;
    }

    /** A disabled one is told of no incident. What is about none is a test, and that shows whether it is mended. */
    Address address(UUID recipient, @Nullable IncidentId incident, Directory organisation) {
        if (incident != null && table.disabled(recipient).isPresent()) {
            return new Address.Never(Disabled.UNTIL);
        }
        var page = URI.create(url + (incident == null ? "/" : "/i/" + incident));
        return find(recipient, organisation)
                .<Address>map(endpoint -> new Address.Known(endpoint, new Reader(null, ZoneOffset.UTC, page, null)))
                .orElse(LOST);
    }

    /** Empty when its secret is lost. */
    public Optional<Endpoint> find(UUID webhook, Directory organisation) {
        return organisation.webhooks().stream()
                .filter(found -> found.id().value().equals(webhook))
                .findFirst()
                .flatMap(this::endpoint);
    }

    private Optional<Endpoint> endpoint(Webhook webhook) {
        var previous = webhook.previous() == null ? Optional.<Secret>empty() : secrets.find(webhook.previous());
        var format = webhook.format() == null ? null : ChatFormat.of(webhook.format());
        boolean isAddressSecret = format != null && format.isAddressSecret();
        return secrets.find(webhook.secret())
                .map(secret -> new Endpoint(
                        URI.create(isAddressSecret ? secret.value() : webhook.url()),
                        secret,
                        previous.orElse(null),
                        format,
                        webhook.chat()));
    }
}
