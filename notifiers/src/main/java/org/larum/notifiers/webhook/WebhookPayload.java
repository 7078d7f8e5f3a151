package org.larum.notifiers.webhook;

import java.util.Locale;
import java.util.UUID;
import org.larum.domain.notification.NotificationKind;
import org.larum.notifiers.channel.Message;

/** The body of a call: fields are only ever added. Times are ISO 8601 in UTC. */
record WebhookPayload(String type, UUID id, IncidentPayload incident, String at, int attempt) {

    record IncidentPayload(
            UUID id, int number, String title, String severity, String service, String openedAt, String url) {}

    /** The same with {@code said}: the words of a person that came with the turn. */
    record Spoken(String type, UUID id, IncidentPayload incident, String at, int attempt, String said) {}

    /** What is about no incident; a test is a ping, and of a ping nobody is to be told. */
    record NoticePayload(String type, UUID id, String title, String text, String at, int attempt, String url) {}

    static Object body(Message message) {
        return switch (message.content()) {
            case Message.Content content -> body(message, content);
            case Message.Notice notice ->
                new NoticePayload(
                        notice.isTest() ? "larum.ping" : "larum.notice",
                        message.id().value(),
                        notice.title(),
                        notice.text(),
                        notice.at().toString(),
                        message.attempt(),
                        notice.page().toString());
        };
    }

    /** Without words of a person it has no field for them: most have none. */
    private static Object body(Message message, Message.Content content) {
        var payload = of(message, content);
        return content.said() == null
                ? payload
                : new Spoken(payload.type, payload.id, payload.incident, payload.at, payload.attempt, content.said());
    }

    private static WebhookPayload of(Message message, Message.Content content) {
        var subject = content.subject();
        var incident = new IncidentPayload(
                subject.incident().value(),
                subject.number(),
                subject.title(),
                subject.severity().name().toLowerCase(Locale.ROOT),
                subject.service(),
                subject.openedAt().toString(),
                content.reader().incident().toString());
        return new WebhookPayload(
                type(content), message.id().value(), incident, content.at().toString(), message.attempt());
    }

    /** An update carries the turn that the incident took, as in "incident.resolved". */
    private static String type(Message.Content content) {
        return "incident."
                + (content.kind() == NotificationKind.UPDATE
                        ? content.turn()
                        : content.kind().name().toLowerCase(Locale.ROOT));
    }
}
