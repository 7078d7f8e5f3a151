package org.larum.notifiers.slack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.shared.ChannelKind;
import org.larum.notifiers.channel.Channel;
import org.larum.notifiers.channel.Destination.SlackApp;
import org.larum.notifiers.channel.Destination.SlackPerson;
import org.larum.notifiers.channel.Message;
import org.larum.notifiers.channel.Message.Content;
import org.larum.notifiers.channel.Message.Notice;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.slack.SlackAnswer.No;
import org.larum.notifiers.slack.SlackAnswer.Yes;
import org.larum.notifiers.slack.SlackCard.Mark;

/** Tells a person in Slack by a direct message of the app, with buttons where an answer is wanted. */
public final class SlackChannel implements Channel {

    private static final String NOTIFICATION = "larum_notification";

    /** The user that was remembered is not there any more; the next try asks anew. */
    private static final Set<String> STRANGER = Set.of("channel_not_found", "user_not_found", "user_disabled");

    private final SlackApi slack;
    private final SlackBook book;

    public SlackChannel(SlackApi slack, SlackBook book) {
        this.slack = slack;
        this.book = book;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.SLACK;
    }

    @Override
    public SendOutcome send(Message message) {
        if (!(message.to() instanceof SlackPerson person)) {
            return new GiveUp("This is nobody in Slack.");
        }
        var known = book.user(person.email());
        if (known != null) {
            return send(message, person, known);
        }
        return switch (slack.call(person.app(), "users.lookupByEmail", Map.of("email", person.email()))) {
            case No no -> no.outcome();
            case Yes yes -> {
                var user = yes.text("user", "id");
                if (user.isEmpty()) {
                    yield new GiveUp("Slack did not say who has the e-mail address of this person.");
                }
                book.remember(person.email(), user);
                yield send(message, person, user);
            }
        };
    }

    private SendOutcome send(Message message, SlackPerson person, String user) {
        // Nobody knows what became of the try before: it may lie there.
        if (message.attempt() > 1 && isThere(message, person.app(), user)) {
            return new Accepted("found in the conversation");
        }
        var form = new LinkedHashMap<>(
                card(message).form(new Mark(NOTIFICATION, message.id().toString())));
        form.put("channel", user);
        return switch (slack.call(person.app(), "chat.postMessage", form)) {
            case Yes yes -> new Accepted(yes.text("channel") + "/" + yes.text("ts"));
            case No no -> {
                if (STRANGER.contains(no.error())) {
                    book.forget(person.email());
                }
                yield no.outcome();
            }
        };
    }

    /** False also when it cannot be found out: twice is better than never. */
    private boolean isThere(Message message, SlackApp app, String user) {
        if (slack.call(app, "conversations.open", Map.of("users", user)) instanceof Yes opened) {
            var channel = opened.text("channel", "id");
            var wish = Map.of("channel", channel, "limit", "50", "include_all_metadata", "true");
            return !channel.isEmpty()
                    && slack.call(app, "conversations.history", wish) instanceof Yes history
                    && isIn(history, message.id().toString());
        }
        return false;
    }

    private static boolean isIn(Yes history, String id) {
        for (var one : history.body().path("messages")) {
            var mark = one.path("metadata").path("event_payload").path("id");
            if (mark.isString() && mark.asString().equals(id)) {
                return true;
            }
        }
        return false;
    }

    private static SlackCard card(Message message) {
        return switch (message.content()) {
            case Content content -> card(content);
            case Notice notice ->
                new SlackCard(
                        SlackCard.NO_SIGN,
                        notice.title(),
                        notice.text(),
                        List.of(),
                        null,
                        null,
                        List.of(),
                        notice.page());
        };
    }

    private static SlackCard card(Content content) {
        var subject = content.subject();
        var head = capital(subject.severity().name()) + " INC-" + subject.number() + ": " + turn(content);
        var facts = new ArrayList<String>();
        facts.add("Service: " + subject.service());
        add(facts, "Why you: ", subject.asked());
        add(facts, "", subject.next());
        add(facts, "", content.said());
        if (content.others() != null) {
            content.others().worst().forEach(one -> facts.add("Also INC-" + one.number() + ": " + one.title()));
            facts.add(content.others().count() + " more came at the same time; Larum lists them all.");
        }
        add(
                facts,
                "Runbook: ",
                subject.runbook() == null ? null : subject.runbook().toString());
        boolean isAsked = content.kind() == NotificationKind.PAGE;
        return new SlackCard(
                content.turn().equals("resolved") ? SlackCard.OVER : SlackCard.sign(subject.severity()),
                head,
                subject.title(),
                facts,
                subject.openedAt(),
                subject.incident().value(),
                isAsked ? List.of(SlackPress.ACKNOWLEDGE, SlackPress.PASS, SlackPress.NOTE) : List.of(),
                content.reader().incident());
    }

    private static void add(List<String> facts, String word, @Nullable String fact) {
        if (fact != null) {
            facts.add(word + fact);
        }
    }

    private static String turn(Content content) {
        return switch (content.kind()) {
            case PAGE -> "your answer is wanted";
            case UNANSWERED -> "nobody answers";
            default -> content.turn().replace('-', ' ');
        };
    }

    private static String capital(String word) {
        return word.substring(0, 1) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}
