package org.larum.notifiers.email;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Severity;
import org.larum.notifiers.channel.Message;
import org.larum.notifiers.channel.Message.Content;
import org.larum.notifiers.channel.Message.Notice;
import org.larum.notifiers.channel.Message.Others;
import org.larum.notifiers.channel.OneLine;
import org.larum.notifiers.channel.Templates;
import org.larum.notifiers.channel.Templates.Part;

/**
 * What a person reads: one page of plain words, once as text and once as HTML. Everything foreign in it is harmless.
 */
record EmailBody(String subject, String text, String html) {

    private static final int TITLE_LENGTH = 200;
    private static final int WORDS_LENGTH = 500;
    private static final int SAID_LENGTH = 4000;
    private static final String UPDATE_DUE = "update-due";
    private static final String HOW =
            "write ack, or resolve or escalate alone on the first line; whatever else you write becomes a note";

    /** A label and what stands beside it. */
    record Fact(String label, String value) {}

    /** {@code where}: the host, when it is not Larum's own and the reader should see where it leads. */
    record Link(String label, URI to, @Nullable String where) {}

    /** The mail before it is written down in either form; {@code answer} becomes the one big button. */
    record Page(
            String who,
            String lead,
            int mark,
            String severity,
            String title,
            List<Fact> facts,
            @Nullable URI answer,
            List<Link> links) {}

    static EmailBody of(Message message) {
        return of(message, false);
    }

    /** @param mayReply whether an answer by mail is read */
    static EmailBody of(Message message, boolean mayReply) {
        return switch (message.content()) {
            case Content content -> of(content, mayReply);
            case Notice notice -> of(notice);
        };
    }

    /** In the words of the house, as far as it has any; text and HTML say the same, so it is both or none. */
    EmailBody in(Templates templates, Message message) {
        if (!(message.content() instanceof Content content)) {
            return this;
        }
        var head = templates.of(ChannelKind.EMAIL, Part.SUBJECT, content);
        var words = templates.of(ChannelKind.EMAIL, Part.TEXT, content);
        var page = templates.of(ChannelKind.EMAIL, Part.HTML, content);
        var title = head == null || head.isBlank() ? subject : OneLine.of(head, TITLE_LENGTH);
        return words == null || page == null ? new EmailBody(title, text, html) : new EmailBody(title, words, page);
    }

    private static EmailBody of(Notice notice) {
        var title = OneLine.of(notice.title(), TITLE_LENGTH);
        var to = web(notice.page());
        var who = who(notice.reader());
        var links = to == null ? List.<Link>of() : List.of(new Link("Open Larum", to, null));
        return new EmailBody(
                title, EmailText.of(title, notice.text(), links, who), EmailHtml.of(title, notice.text(), links, who));
    }

    private static String who(@Nullable String reader) {
        return reader == null ? "Larum" : "Larum for " + OneLine.of(reader, TITLE_LENGTH);
    }

    private static EmailBody of(Content content, boolean mayReply) {
        Page page = page(content, mayReply);
        return new EmailBody(subject(content), EmailText.of(page), EmailHtml.of(page));
    }

    private static String subject(Content content) {
        var subject = content.subject();
        String what = OneLine.of(subject.service(), TITLE_LENGTH) + ": " + OneLine.of(subject.title(), TITLE_LENGTH);
        String turn = turn(content);
        String told = turn == null ? what + " (" + number(content) + ")" : turn + " (" + what + ")";
        var more = content.others() == null ? "" : " " + content.others().more();
        return "[" + severity(content) + "] " + told + more;
    }

    /** What happened to the incident, as a sentence without its full stop; null when it simply began. */
    private static @Nullable String turn(Content content) {
        String incident = number(content);
        return switch (content.kind()) {
            case PAGE, NOTICE -> null;
            case UNANSWERED -> "Nobody answered " + incident;
            case HOLDER ->
                switch (content.turn()) {
                    case "assigned" -> incident + " was given to you";
                    case "handed over" -> incident + " was handed over to you";
                    case "answer soon" -> "Little time is left to answer " + incident;
                    case "answer late" -> incident + " was not answered in time";
                    case "resolve soon" -> "Little time is left to resolve " + incident;
                    case "resolve late" -> incident + " was not resolved in time";
                    default ->
                        incident + ", which you hold, is " + severity(content).toLowerCase(Locale.ROOT) + " now";
                };
            case UPDATE ->
                switch (content.turn()) {
                    case "triggered" -> null;
                    case "acknowledged" -> incident + " is acknowledged";
                    case "resolved" -> incident + " is resolved";
                    case "reopened" -> incident + " is open again";
                    case "mitigated" -> incident + " is mitigated";
                    case "expired" -> "Nobody holds " + incident + " any more";
                    case "merged" -> incident + " is a part of another incident";
                    case "major" -> incident + " is a major incident";
                    case "stood-down" -> incident + " is no longer a major incident";
                    case "update" -> "Update on " + incident;
                    case UPDATE_DUE -> "An update on " + incident + " is due";
                    default -> incident + " has changed";
                };
        };
    }

    private static Page page(Content content, boolean mayReply) {
        var facts = facts(content);
        if (mayReply) {
            facts.add(new Fact("By reply", HOW));
        }
        var subject = content.subject();
        var reader = content.reader();
        return new Page(
                who(reader.name()),
                lead(content),
                subject.severity().mark(),
                severity(content),
                OneLine.of(subject.title(), TITLE_LENGTH),
                facts,
                content.kind() == NotificationKind.UPDATE ? null : web(reader.answer()),
                links(content));
    }

    private static String lead(Content content) {
        return switch (content.kind()) {
            case PAGE -> "yours to answer";
            case NOTICE -> "for your information";
            case UNANSWERED ->
                "nobody answered, and nobody else is left to be told. " + "You hear of it as an administrator";
            case HOLDER ->
                turn(content)
                        + (content.turn().equals("worse") || content.turn().startsWith("resolve ")
                                ? ". Get help if it is too much for one"
                                : ". Acknowledge it, so that nobody else is asked");
            case UPDATE -> {
                String turn = turn(content);
                yield (turn == null ? number(content) + " was opened" : turn)
                        + (content.turn().equals(UPDATE_DUE)
                                ? ". Stakeholders wait for it, and it is yours to write"
                                : ". Nothing is asked of you");
            }
        };
    }

    private static List<Fact> facts(Content content) {
        var subject = content.subject();
        var facts = new ArrayList<Fact>();
        if (content.said() != null) {
            var label = content.turn().equals("update") ? "Update" : "Why";
            facts.add(new Fact(label, OneLine.of(content.said(), SAID_LENGTH)));
        }
        facts.add(new Fact("Incident", number(content)));
        facts.add(new Fact("Service", OneLine.of(subject.service(), TITLE_LENGTH)));
        facts.add(new Fact(
                "Since", ReaderTime.of(subject.openedAt(), content.reader().zone(), content.at())));
        if (subject.asked() != null) {
            facts.add(new Fact("Why you", OneLine.of(subject.asked(), WORDS_LENGTH)));
        }
        if (subject.next() != null) {
            facts.add(new Fact("If nobody answers", OneLine.of(subject.next(), WORDS_LENGTH)));
        } else if (content.kind() == NotificationKind.PAGE) {
            facts.add(new Fact("If nobody answers", "nobody else is told"));
        }
        if (content.others() != null) {
            facts.addAll(others(content.others()));
        }
        return facts;
    }

    /** What came at the same time: named as far as somebody reads, counted beyond. */
    private static List<Fact> others(Others others) {
        var facts = new ArrayList<Fact>();
        for (var one : others.worst()) {
            facts.add(new Fact(
                    "Also INC-" + one.number(),
                    word(one.severity()) + ", " + OneLine.of(one.service() + ": " + one.title(), TITLE_LENGTH)));
        }
        int left = others.count() - others.worst().size();
        if (left > 0) {
            facts.add(new Fact("And", left + " more, in Larum"));
        }
        return facts;
    }

    private static List<Link> links(Content content) {
        var links = new ArrayList<Link>();
        URI incident = web(content.reader().incident());
        if (incident != null) {
            links.add(new Link("Open the incident", incident, null));
            if (content.others() != null) {
                links.add(new Link("Open all incidents", incident.resolve("/"), null));
            }
        }
        URI runbook = web(content.subject().runbook());
        if (runbook != null) {
            links.add(new Link("Runbook", runbook, runbook.getHost()));
        }
        URI answer = web(content.reader().answer());
        if (content.kind() == NotificationKind.PAGE && answer != null) {
            links.add(new Link("Say afterwards whether this page was useful", answer, null));
        }
        return links;
    }

    /**
     * Senders choose the runbook: only plain web addresses become links, and none that hides its host behind a user.
     */
    private static @Nullable URI web(@Nullable URI uri) {
        if (uri == null || uri.getScheme() == null || uri.getHost() == null || uri.getUserInfo() != null) {
            return null;
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        return scheme.equals("http") || scheme.equals("https") ? uri : null;
    }

    private static String number(Content content) {
        return "INC-" + content.subject().number();
    }

    private static String severity(Content content) {
        return word(content.subject().severity());
    }

    private static String word(Severity severity) {
        String name = severity.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
