package org.larum.bench.crash;

import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.larum.bench.sink.MailSink;
import org.larum.bench.sink.WebhookSink;
import tools.jackson.databind.json.JsonMapper;

/** Keeps all that comes over both ways. */
final class Mailbox implements WebhookSink.Ear, MailSink.Ear {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(\\S+)");
    private static final Pattern SUBJECT = Pattern.compile("(?im)^Subject:(.*(\\n[ \\t].*)*)");
    private static final Pattern SERVICE = Pattern.compile("k\\d{5}");

    private final Queue<Received> all = new ConcurrentLinkedQueue<>();
    private final BiConsumer<String, String> opened;

    /** {@code opened}: hears service and incident id of each incident that the webhook was told of. */
    Mailbox(BiConsumer<String, String> opened) {
        this.opened = opened;
    }

    @Override
    public void came(String path, String id, byte[] body, long nanos) {
        var message = JSON.readTree(body);
        var incident = message.path("incident");
        var service = incident.path("service").asString("");
        var kind = message.path("type").asString("");
        all.add(new Received(id, service, path.substring(1), kind, nanos));
        if (kind.equals(Received.TRIGGERED)) {
            opened.accept(service, incident.path("id").asString(""));
        }
    }

    @Override
    public void came(String recipient, String mail, long nanos) {
        var id = MESSAGE_ID.matcher(mail);
        var subject = SUBJECT.matcher(mail);
        var service = SERVICE.matcher(subject.find() ? subject.group(1) : "");
        var who = recipient.replaceFirst("@.*", "");
        all.add(new Received(
                id.find() ? id.group(1) : mail, service.find() ? service.group() : "", who, Received.PAGE, nanos));
    }

    Collection<Received> all() {
        return all;
    }
}
