package org.larum.app.channel;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.larum.app.delivery.WebhookTable;
import org.larum.app.watch.OwnFaults;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Link;
import org.larum.domain.shared.Severity;
import org.larum.notifiers.channel.OneLine;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;

/** Checks channels and remembers what they said. One that does not answer is told as a fault of Larum's own until it does. */
public final class Checks {

    private static final int LONGEST = 500;

    private final HouseChannels channels;
    private final Providers providers;
    private final CheckTable table;
    private final WebhookTable webhooks;
    private final OwnFaults faults;
    private final Link page;

    Checks(
            HouseChannels channels,
            Providers providers,
            CheckTable table,
            WebhookTable webhooks,
            OwnFaults faults,
            Link page) {
        this.channels = channels;
        this.providers = providers;
        this.table = table;
        this.webhooks = webhooks;
        this.faults = faults;
        this.page = page;
    }

    Map<String, Check> last() {
        return table.last();
    }

    /** Those of today that nobody has done yet, and those whose configuration was changed since. */
    void due() {
        for (var channel : channels.all()) {
            if (channel.askable() && table.claim(channel.id(), channel.since())) {
                now(channel);
            }
        }
        table.sweep();
    }

    /** Asks, however lately it was asked before. Empty when there is nothing to ask. Blocking, up to half a minute. */
    public Optional<Check> now(HouseChannel channel) {
        long start = System.nanoTime();
        var outcome = providers.ask(channel);
        if (outcome.isEmpty()) {
            return Optional.empty();
        }
        int took = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        var said = OneLine.of(said(outcome.get()), LONGEST);
        boolean ok = outcome.get() instanceof Accepted;
        table.write(channel.id(), ok, said, took);
        tell(channel, ok, said);
        return table.last(channel.id());
    }

    private static String said(SendOutcome outcome) {
        return switch (outcome) {
            case Accepted(var receipt) -> Objects.requireNonNullElse(receipt, "");
            case TryLater later -> later.reason();
            case GiveUp(var reason, var isNobody) -> reason;
        };
    }

    private void tell(HouseChannel channel, boolean ok, String said) {
        var key = key(channel.id());
        if (ok) {
            faults.clear(key);
        } else if (!isDisabled(channel)) {
            faults.raise(
                    key, Severity.HIGH, channel.name() + " would reach nobody now. When it was asked: " + said, page);
        }
    }

    /** Of a disabled one the administrators know. */
    private boolean isDisabled(HouseChannel channel) {
        return channel.kind() == ChannelKind.WEBHOOK
                && webhooks.disabled(UUID.fromString(channel.id())).isPresent();
    }

    static String key(String channel) {
        return "channel/" + channel;
    }
}
