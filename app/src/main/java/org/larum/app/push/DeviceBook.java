package org.larum.app.push;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.larum.app.security.SecretTable;
import org.larum.domain.directory.DeviceId;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.DirectoryCommand.RegisterDevice;
import org.larum.domain.directory.DirectoryEvent.DeviceRegistered;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Seals;
import org.larum.notifiers.channel.Destination.Device;
import org.larum.notifiers.channel.Destination.Devices;
import org.larum.notifiers.channel.Destination.PushKeys;
import org.larum.notifiers.channel.Secret;
import org.larum.notifiers.push.Vapid;

/** The devices of people with their seals opened, and the key that their push services know the house by. Blocking. */
public final class DeviceBook {

    private static final String KEYS = "push-keys";

    private final Seals seals;
    private final SecretTable secrets;
    private final URI url;

    public DeviceBook(Seals seals, SecretTable secrets, URI url) {
        this.seals = seals;
        this.secrets = secrets;
        this.url = url;
    }

    /** {@code subscription}: with its seal opened. */
    public record Known(DeviceId id, Subscription subscription, Instant since) {}

    /** Those that can be opened, the first registered first. */
    public List<Known> of(PersonId person, Directory organisation) {
        return organisation.devices(person).stream().flatMap(this::known).toList();
    }

    private Stream<Known> known(DeviceRegistered e) {
        return seals.open(e.person(), e.subscription()).map(Subscription::read).stream()
                .map(subscription -> new Known(e.device(), subscription, e.at()));
    }

    /** Empty when no device of theirs can be opened. */
    public Optional<Devices> destination(PersonId person, Directory organisation) {
        var devices = of(person, organisation).stream().map(DeviceBook::device).toList();
        return devices.isEmpty() ? Optional.empty() : Optional.of(new Devices(devices, keys(organisation)));
    }

    private static Device device(Known known) {
        var one = known.subscription();
        return new Device(known.id().value(), URI.create(one.endpoint()), one.key(), new Secret(one.auth()));
    }

    public RegisterDevice register(PersonId person, Subscription subscription, Instant at) {
        return new RegisterDevice(id(subscription), person, seals.seal(person, subscription.text()), at);
    }

    public DeviceId id(Subscription subscription) {
        return DeviceId.of(secrets.fingerprint(subscription.endpoint()));
    }

    /** The same for as long as the master key is: whoever subscribed to another would have to subscribe again. */
    public PushKeys keys(Directory organisation) {
        return Vapid.keys(secrets.own(KEYS, Vapid::freshKeys), subject(organisation));
    }

    /** Whom a push service turns to. Some refuse what is no real address. */
    private String subject(Directory organisation) {
        return organisation
                .email()
                .map(channel -> "mailto:"
                        + channel.from().replaceFirst("(?s).*<(.*)>.*", "$1").strip())
                .orElseGet(() -> "https".equals(url.getScheme()) ? url.toString() : "mailto:larum@" + url.getHost());
    }
}
