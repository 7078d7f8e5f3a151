package org.larum.notifiers.webhook;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.shared.Severity;
import org.larum.notifiers.channel.ChatFormat;
import org.larum.notifiers.channel.Destination.Endpoint;
import org.larum.notifiers.channel.Message.Content;
import org.larum.notifiers.channel.Message.Notice;
import org.larum.notifiers.channel.Message.Told;
import org.larum.notifiers.channel.OneLine;
import org.larum.notifiers.channel.OutboundHttp.Method;

/**
 * What is posted into a chat: the turn, severity, number and title, the service, and where to go on. Foreign text is escaped as the chat
 * wants it and calls nobody: a title may hold the words that wake a whole channel.
 */
final class ChatBody {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_SAID = 1500;
    private static final String OPEN = "Open in Larum";

    private ChatBody() {}

    /** Where it goes, and the JSON of its body. */
    record Post(Method method, URI url, Map<String, Object> body) {

        Post(URI url, Map<String, Object> body) {
            this(Method.POST, url, body);
        }
    }

    /** @param format that of the endpoint; {@code id}: the same for each attempt */
    static Post of(ChatFormat format, Endpoint to, Told told, NotificationId id) {
        var said = switch (told) {
            case Content content -> new Said(content);
            case Notice notice -> new Said(notice);
        };
        var url = to.url();
        return switch (format) {
            case TELEGRAM -> new Post(url, telegram(said, room(to)));
            case MATRIX -> new Post(Method.PUT, matrix(url, room(to), id), matrix(said));
            case SLACK, MATTERMOST -> new Post(url, Map.of("text", slack(said, format)));
            case GOOGLE_CHAT -> new Post(url, Map.of("text", slack(said, format)));
            case DISCORD -> new Post(url, discord(said));
            case TEAMS -> new Post(url, teams(said));
            case NTFY -> ntfy(url, said);
        };
    }

    /** The words, still as they came. */
    private record Said(String head, String title, String service, String words, URI link, Severity severity) {

        Said(Content content) {
            this(
                    turn(content) + ": " + capital(content.subject().severity().name()) + " INC-"
                            + content.subject().number(),
                    OneLine.of(content.subject().title(), LONGEST_TITLE),
                    OneLine.of(content.subject().service(), LONGEST_TITLE),
                    content.said() == null ? "" : OneLine.of(content.said(), LONGEST_SAID),
                    content.reader().incident(),
                    content.subject().severity());
        }

        Said(Notice notice) {
            this(
                    OneLine.of(notice.title(), LONGEST_TITLE),
                    OneLine.of(notice.text(), LONGEST_SAID),
                    "Larum",
                    "",
                    notice.page(),
                    Severity.LOW);
        }

        String lines() {
            return head + "\n" + title + "\n" + service + (words.isEmpty() ? "" : "\n> " + words) + "\n" + link;
        }

        private static String turn(Content content) {
            return switch (content.kind()) {
                case PAGE -> "Answer wanted";
                case UNANSWERED -> "Nobody answers";
                default -> capital(content.turn().replace('-', ' '));
            };
        }
    }

    private static String slack(Said said, ChatFormat format) {
        return "*" + escaped(said.head, format) + "* " + escaped(said.title, format) + "\n"
                + escaped(said.service, format)
                + (said.words.isEmpty() ? "" : "\n> " + escaped(said.words, format))
                + "\n<" + said.link + "|" + OPEN + ">";
    }

    /** {@code <!channel>} and the like begin with a bracket; Mattermost knows {@code @channel} too. */
    private static String escaped(String text, ChatFormat format) {
        var escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return format == ChatFormat.MATTERMOST ? quiet(escaped) : escaped;
    }

    private static Map<String, Object> discord(Said said) {
        var text = "**" + plain(said.head) + "** " + plain(said.title) + "\n" + plain(said.service)
                + (said.words.isEmpty() ? "" : "\n> " + plain(said.words)) + "\n" + said.link;
        return Map.of("content", text, "allowed_mentions", Map.of("parse", List.of()));
    }

    /** Without what Markdown would read as marks. */
    private static String plain(String text) {
        return text.replaceAll("([\\\\*_~`|>\\[\\]()#])", "\\\\$1");
    }

    private static Map<String, Object> teams(Said said) {
        var blocks = new ArrayList<Map<String, Object>>();
        blocks.add(block(plain(said.head), "Bolder"));
        blocks.add(block(plain(said.title), "Default"));
        blocks.add(block(plain(said.service), "Lighter"));
        if (!said.words.isEmpty()) {
            blocks.add(block(plain(said.words), "Default"));
        }
        var card = new LinkedHashMap<String, Object>();
        card.put("type", "AdaptiveCard");
        card.put("version", "1.4");
        card.put("body", blocks);
        card.put("actions", List.of(Map.of("type", "Action.OpenUrl", "title", OPEN, "url", said.link.toString())));
        return Map.of(
                "type",
                "message",
                "attachments",
                List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card)));
    }

    private static Map<String, Object> block(String text, String weight) {
        return Map.of("type", "TextBlock", "text", text, "weight", weight, "wrap", true);
    }

    /** Its address names the topic; as JSON it goes to the root. */
    private static Post ntfy(URI url, Said said) {
        var body = new LinkedHashMap<String, Object>();
        body.put("topic", url.getPath().replaceFirst("^/+", ""));
        body.put("title", said.head);
        body.put("message", said.title + "\n" + said.service + (said.words.isEmpty() ? "" : "\n" + said.words));
        body.put("priority", priority(said.severity));
        body.put("click", said.link.toString());
        return new Post(url.resolve("/"), body);
    }

    private static String room(Endpoint to) {
        return to.room() == null ? "" : to.room();
    }

    /** Without a way of reading marks nothing in it is one; what is bold is said beside the text. */
    private static Map<String, Object> telegram(Said said, String chat) {
        var body = new LinkedHashMap<String, Object>();
        body.put("chat_id", chat);
        body.put("text", quiet(said.lines()));
        body.put("entities", List.of(Map.of("type", "bold", "offset", 0, "length", said.head.length())));
        body.put("link_preview_options", Map.of("is_disabled", true));
        return body;
    }

    /** With the id of the message in its address: the same again is not shown again. */
    private static URI matrix(URI home, String room, NotificationId id) {
        return home.resolve("/_matrix/client/v3/rooms/" + URLEncoder.encode(room, StandardCharsets.UTF_8)
                + "/send/m.room.message/" + id);
    }

    /** It says whom it mentions: nobody. */
    private static Map<String, Object> matrix(Said said) {
        return Map.of("msgtype", "m.text", "body", quiet(said.lines()), "m.mentions", Map.of());
    }

    /** Names after an @ call those who have them. */
    private static String quiet(String text) {
        return text.replace("@", "@\u200b");
    }

    /** 5 rings until it is looked at; 3 is the usual. */
    private static int priority(Severity severity) {
        return switch (severity) {
            case CRITICAL -> 5;
            case HIGH -> 4;
            case MEDIUM -> 3;
            case LOW -> 2;
        };
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}
