package org.larum.notifiers.telephone;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.larum.domain.notification.NotificationKind;
import org.larum.notifiers.channel.Message.Content;
import org.larum.notifiers.channel.Message.Notice;
import org.larum.notifiers.channel.Message.Reader;
import org.larum.notifiers.channel.Message.Subject;
import org.larum.notifiers.channel.Message.Told;
import org.larum.notifiers.channel.OneLine;

/** What is written in a text message and spoken in a call: what matters first, whole sentences, nothing that needs a screen. */
final class Wording {

    private static final String REPLY = " Reply 1 to acknowledge, 2 to pass on.";
    private static final String REPLY_FOR_ALL = " Reply 1 to acknowledge all, 2 to pass all on.";
    private static final int LONGEST_SPOKEN = 300;

    /** So that half of the message is left for what is the matter. */
    private static final int LONGEST_ADDRESS = 80;

    private Wording() {}

    /** One message that a digit answers. {@code mark}: ends it. */
    static String answerable(Told told, String mark) {
        return answerable(told, null, mark);
    }

    /** @param words of the house; null for Larum's own */
    static String answerable(Told told, @Nullable String words, String mark) {
        boolean isAlone = !(told instanceof Content content) || content.others() == null;
        return written(told, words, more(told) + (isAsking(told) ? isAlone ? REPLY : REPLY_FOR_ALL : "") + mark);
    }

    /** One message that nobody can answer where it arrives: where, stands in it, as far as there is room. */
    static String oneWay(Told told) {
        return oneWay(told, null);
    }

    /** @param words of the house; null for Larum's own */
    static String oneWay(Told told, @Nullable String words) {
        return written(
                told,
                words,
                more(told) + (isAsking(told) && told instanceof Content content ? place(content.reader()) : ""));
    }

    /** What else the same message tells of. */
    private static String more(Told told) {
        return told instanceof Content content && content.others() != null
                ? " " + capital(content.others().more()) + "."
                : "";
    }

    private static boolean isAsking(Told told) {
        return told instanceof Content content && content.kind() == NotificationKind.PAGE;
    }

    private static String place(Reader reader) {
        var address = reader.incident().toString();
        return address.length() <= LONGEST_ADDRESS ? " " + address : " Answer in Larum.";
    }

    /** However long the names are: the title is cut, the rest is not. */
    private static String written(Told told, @Nullable String words, String tail) {
        if (words != null && !words.isBlank()) {
            int room = GsmText.MOST - GsmText.length(tail);
            return GsmText.cut(GsmText.of(OneLine.of(words, 1000)), room) + tail;
        }
        var head = switch (told) {
            case Content content ->
                capital(content.subject().severity().name()) + " INC-"
                        + content.subject().number();
            case Notice notice -> "Larum:";
        };
        var middle = switch (told) {
            case Content content -> what(content) + place(content.subject());
            case Notice notice -> notice.title() + ". " + notice.text();
        };
        int left = GsmText.MOST - GsmText.length(head) - 1 - GsmText.length(tail);
        return head + " " + GsmText.cut(GsmText.of(OneLine.of(middle, 1000)), left) + tail;
    }

    private static String what(Content content) {
        var title = content.subject().title();
        return switch (content.kind()) {
            case PAGE -> title;
            case UNANSWERED -> "Nobody answers: " + title;
            default -> capital(content.turn().replace('-', ' ')) + ": " + title;
        };
    }

    private static String place(Subject subject) {
        return " (" + subject.service() + ").";
    }

    static String spoken(Told told) {
        return switch (told) {
            case Content content ->
                OneLine.of(
                        "This is Larum. " + capital(content.subject().severity().name()) + " incident "
                                + digits(content.subject().number()) + " on "
                                + content.subject().service() + ". " + what(content) + "."
                                + (content.others() == null
                                        ? ""
                                        : " " + capital(content.others().more()) + "."),
                        LONGEST_SPOKEN);
            case Notice notice -> OneLine.of("This is Larum. " + notice.title() + ". " + notice.text(), LONGEST_SPOKEN);
        };
    }

    /** One by one, so that it is not spoken as thousands. */
    private static String digits(int number) {
        return String.join(" ", Integer.toString(number).split(""));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}
