package org.larum.notifiers.push;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.larum.domain.notification.NotificationKind;
import org.larum.notifiers.channel.Message;
import org.larum.notifiers.channel.Message.Content;
import org.larum.notifiers.channel.Message.Notice;
import org.larum.notifiers.channel.OneLine;

/**
 * What a device is told, in the declarative form: a browser that knows it shows it by itself, also when the worker fails; the worker of
 * the web app reads the same. Fields are only ever added.
 */
final class PushWords {

    /** The number of the RFC, by which a browser knows the form. */
    private static final int DECLARATIVE = 8030;

    private static final int TITLE = 120;
    private static final int BODY = 300;

    private PushWords() {}

    static Map<String, Object> of(Message message, URI receipt) {
        var said = said(message.content());
        var data = new LinkedHashMap<String, Object>();
        data.put("id", message.id().toString());
        data.put("receipt", receipt.toString());
        var notification = new LinkedHashMap<String, Object>();
        notification.put("title", OneLine.of(said.title(), TITLE));
        notification.put("body", OneLine.of(said.body(), BODY));
        notification.put("navigate", said.page().toString());
        notification.put("tag", said.tag() == null ? message.id().toString() : said.tag());
        notification.put("silent", false);
        if (said.answer() != null) {
            data.put("answer", said.answer().toString());
            // Where the browser itself handles it, it leads to the page with the button: nothing is answered by
            // looking.
            notification.put(
                    "actions",
                    List.of(Map.of(
                            "action", "acknowledge",
                            "title", "Acknowledge",
                            "navigate", said.answer().toString())));
        }
        notification.put("data", data);
        return Map.of("web_push", DECLARATIVE, "mutable", true, "notification", notification);
    }

    /** {@code tag}: messages of the same replace each other; {@code answer}: only where an answer is wanted. */
    private record Said(
            String title,
            String body,
            URI page,
            @Nullable String tag,
            @Nullable URI answer) {}

    private static Said said(Message.Told told) {
        return switch (told) {
            case Notice notice -> new Said(notice.title(), notice.text(), notice.page(), null, null);
            case Content content -> {
                var subject = content.subject();
                var reader = content.reader();
                var answer = content.kind() == NotificationKind.PAGE ? reader.answer() : null;
                yield new Said(
                        title(content),
                        "INC-" + subject.number() + " on " + subject.service() + "."
                                + (content.said() == null ? "" : " " + content.said())
                                + (content.others() == null
                                        ? ""
                                        : " There are " + content.others().count() + " more.")
                                + (subject.next() == null || answer == null ? "" : " " + subject.next()),
                        reader.answer() == null ? reader.incident() : reader.answer(),
                        "inc-" + subject.number(),
                        answer);
            }
        };
    }

    /** On some telephones it is all that is seen. */
    private static String title(Content content) {
        var severity = content.subject().severity().name();
        return switch (content.kind()) {
                    case PAGE -> severity.charAt(0) + severity.substring(1).toLowerCase(Locale.ROOT) + ": ";
                    case UNANSWERED -> "Nobody answers: ";
                    case UPDATE, HOLDER, NOTICE -> turn(content.turn()) + ": ";
                }
                + content.subject().title();
    }

    private static String turn(String turn) {
        var words = turn.replace('-', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
