package org.larum.app.api.me;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.push.DeviceBook;
import org.larum.app.push.Subscription;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.Who;
import org.larum.domain.directory.DeviceId;
import org.larum.domain.directory.DirectoryCommand.RemoveDevice;
import org.larum.domain.directory.PersonId;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.OneLine;
import org.larum.notifiers.push.PushHosts;
import org.larum.notifiers.push.PushSeal;

/** The devices of whoever asks: shown, added, removed. Blocking. */
final class DeviceDesk {

    private static final int MOST = 10;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ENDPOINT = 2000;

    private final Commands commands;
    private final Idempotency idempotency;
    private final RuleBook rules;
    private final ReachDesk reach;
    private final DeviceBook book;
    private final PushHosts hosts;
    private final Time time;

    DeviceDesk(
            Commands commands,
            Idempotency idempotency,
            RuleBook rules,
            ReachDesk reach,
            DeviceBook book,
            PushHosts hosts,
            Time time) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.rules = rules;
        this.reach = reach;
        this.book = book;
        this.hosts = hosts;
        this.time = time;
    }

    /** What a browser makes when it subscribes, in its own words; {@code name}: what its person calls it. */
    public record DeviceWish(
            @Nullable String endpoint,
            @Nullable DeviceKeys keys,
            @Nullable String name) {}

    public record DeviceKeys(
            @Nullable String p256dh, @Nullable String auth) {}

    /** {@code publicKey}: what a browser has to be given to subscribe; {@code here}: the device that this answer is about. */
    public record MyDevices(String publicKey, @Nullable UUID here, List<MyDevice> devices) {}

    /** {@code service}: the host of the push service that the maker of the browser runs. */
    public record MyDevice(UUID id, String name, String service, Instant since) {}

    private record Done(UUID device) {}

    MyDevices of(Who who) {
        return view(reach.current(who).id(), null);
    }

    MyDevices add(DeviceWish wish, Who who, Write write) {
        var person = reach.current(who).id();
        var subscription = read(wish);
        var id = book.id(subscription);
        rules.catchUp();
        var mine = rules.now().devices(person);
        if (mine.size() >= MOST && mine.stream().noneMatch(one -> one.device().equals(id))) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "too_many_devices",
                    "You have " + MOST + " devices already. Nothing was changed. Remove one that you do not use.");
        }
        commands.inOneUnit(() -> idempotency.once(write, Done.class, () -> {
            commands.within(Map.of(), book.register(person, subscription, time.now()));
            return new Done(id.value());
        }));
        return view(person, id.value());
    }

    MyDevices remove(@Nullable UUID id, Who who, Write write) {
        var person = reach.current(who).id();
        rules.catchUp();
        var device = rules.now().devices(person).stream()
                .filter(one -> one.device().value().equals(id))
                .findFirst();
        if (device.isEmpty() && idempotency.answered(write, Done.class).isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.NOT_FOUND,
                    "no_such_device",
                    "There is no device of yours at this address. Nothing was changed; it may be removed already.");
        }
        device.map(one -> one.device()).ifPresent(one -> remove(one, write));
        return view(person, null);
    }

    private void remove(DeviceId device, Write write) {
        commands.inOneUnit(() -> idempotency.once(write, Done.class, () -> {
            commands.within(Map.of(), new RemoveDevice(device, false, time.now()));
            return new Done(device.value());
        }));
    }

    private MyDevices view(PersonId person, @Nullable UUID here) {
        rules.catchUp();
        var organisation = rules.now();
        var devices = book.of(person, organisation).stream()
                .map(one -> new MyDevice(
                        one.id().value(),
                        one.subscription().name(),
                        URI.create(one.subscription().endpoint()).getHost(),
                        one.since()))
                .toList();
        return new MyDevices(book.keys(organisation).point(), here, devices);
    }

    private Subscription read(DeviceWish wish) {
        var endpoint = wish.endpoint() == null ? "" : wish.endpoint().strip();
        var keys = wish.keys() == null ? new DeviceKeys(null, null) : wish.keys();
        var key = keys.p256dh() == null ? "" : keys.p256dh();
        var auth = keys.auth() == null ? "" : keys.auth();
        if (endpoint.length() > LONGEST_ENDPOINT || !isAllowed(endpoint)) {
            throw invalid(
                    "bad_endpoint",
                    "Larum sends only to the push services of Chrome, Firefox, Safari and Edge, and this is none of them."
                            + " Nothing was changed. An administrator allows others with LARUM_PUSH_HOSTS.");
        }
        if (!PushSeal.isFit(key, auth)) {
            throw invalid(
                    "bad_keys",
                    "These are not the keys of a browser. Nothing was changed. Remove the device and add it again.");
        }
        var name = OneLine.of(wish.name() == null ? "" : wish.name(), LONGEST_NAME);
        return new Subscription(name.isEmpty() ? "A browser" : name, endpoint, key, auth);
    }

    private boolean isAllowed(String endpoint) {
        try {
            return hosts.allow(URI.create(endpoint));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Refusal invalid(String code, String sentence) {
        return new Refusal(Refusal.Kind.INVALID, code, sentence);
    }
}
