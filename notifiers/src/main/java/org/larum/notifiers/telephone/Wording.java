package org.larum.notifiers.telephone;

import java.util.Locale;
import org.larum.domain.notification.NotificationKind;
import org.larum.notifiers.channel.Message.Content;
import org.larum.notifiers.channel.Message.Notice;
import org.larum.notifiers.channel.Message.Subject;
import org.larum.notifiers.channel.Message.Told;
import org.larum.notifiers.channel.OneLine;

/** What is written in a text message and spoken in a call: what matters first, whole sentences, nothing that needs a screen. */
final class Wording {

    private static final String REPLY = " Reply 1 to acknowledge, 2 to pass on.";
    private static final String REPLY_FOR_ALL = " Reply 1 to acknowledge all, 2 to pass all on.";
    private static final int LONGEST_SPOKEN = 300;

    private Wording() {}

    /** One message, however long the names are: the title is cut, the rest is not. */
    static String written(Told told) {
        return switch (told) {
            case Content content -> written(content);
            case Notice notice ->
                GsmText.cut(
                        GsmText.of(OneLine.of("Larum: " + notice.title() + ". " + notice.text(), 1000)), GsmText.MOST);
        };
    }

    private static String written(Content content) {
        var subject = content.subject();
        var head = capital(subject.severity().name()) + " INC-" + subject.number() + " ";
        var others = content.others();
        var tail = (others == null ? "" : " " + others.more() + ".")
                + (content.kind() == NotificationKind.PAGE ? others == null ? REPLY : REPLY_FOR_ALL : "");
        int left = GsmText.MOST - GsmText.length(head) - GsmText.length(tail);
        return head + GsmText.cut(GsmText.of(OneLine.of(what(content) + place(subject), 1000)), left) + tail;
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
