package org.larum.app.channel;

import java.net.URI;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Channel;
import org.larum.notifiers.channel.Destination.Endpoint;
import org.larum.notifiers.channel.Message;
import org.larum.notifiers.channel.Message.Notice;
import org.larum.notifiers.channel.Probe;
import org.larum.notifiers.channel.SendOutcome;

/** Sends a machine a ping, signed like everything: its type says that nobody is to be told of it. */
final class Ping implements Probe<Endpoint> {

    private final Channel webhooks;
    private final URI page;
    private final Ids ids;
    private final Time time;

    Ping(Channel webhooks, URI page, Ids ids, Time time) {
        this.webhooks = webhooks;
        this.page = page;
        this.ids = ids;
        this.time = time;
    }

    @Override
    public SendOutcome probe(Endpoint machine) {
        var notice = new Notice(
                "Ping",
                "Larum asks whether this webhook takes messages. Nothing is wrong.",
                page,
                null,
                time.now(),
                true);
        return webhooks.send(new Message(new NotificationId(ids.next()), 1, machine, notice));
    }
}
