package org.larum.app.email;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.incident.IncidentDesk;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.eventstore.EventLog;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.SecretTable;
import org.larum.app.security.Vault;
import org.larum.domain.directory.Definition.EmailChannel;
import org.larum.domain.directory.PersonId;
import org.larum.domain.incident.IncidentCommand;
import org.larum.domain.incident.IncidentCommand.AcknowledgeIncident;
import org.larum.domain.incident.IncidentCommand.NoteIncident;
import org.larum.domain.incident.IncidentCommand.PassIncidentOn;
import org.larum.domain.incident.IncidentCommand.ResolveIncident;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationEvent.Notice;
import org.larum.domain.notification.NotificationEvent.NotificationRequested;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.notifiers.email.InboundMail;
import org.larum.notifiers.email.InboundMail.Ignored;
import org.larum.notifiers.email.InboundMail.Reply;

/** Does what an answer to a mail says, in the name of whoever got the mail. Blocking. */
final class ReplyDesk {

    /** As long as the button in the same mail. */
    private static final Duration LIFE = Duration.ofHours(24);

    private static final int LONGEST_NOTE = 10_000;
    private static final String VIA = "mail";

    private final ReplyLinks links;
    private final RuleBook rules;
    private final SecretTable secrets;
    private final EventLog log;
    private final IncidentDesk incidents;
    private final Commands commands;
    private final Time time;

    ReplyDesk(
            ReplyLinks links,
            RuleBook rules,
            SecretTable secrets,
            EventLog log,
            IncidentDesk incidents,
            Commands commands,
            Time time) {
        this.links = links;
        this.rules = rules;
        this.secrets = secrets;
        this.log = log;
        this.incidents = incidents;
        this.commands = commands;
        this.time = time;
    }

    /** What became of a mail. {@code incident}: which it was about, when that is known; {@code why}: a sentence when nothing was done. */
    record Taken(
            ReplyOutcome outcome,
            @Nullable UUID incident,
            @Nullable String why) {

        static Taken ignored(String why) {
            return new Taken(ReplyOutcome.IGNORED, null, why);
        }
    }

    /** Whether this is the key of whoever may bring in mails. */
    boolean isKey(String presented) {
        rules.catchUp();
        return rules.now()
                .email()
                .map(EmailChannel::replyKey)
                .flatMap(secrets::find)
                .filter(key -> Vault.isSame(key.value(), presented))
                .isPresent();
    }

    Taken take(byte[] raw) {
        return switch (InboundMail.read(raw)) {
            case Ignored(var why) -> Taken.ignored(why);
            case Reply reply ->
                links.read(reply.to())
                        .flatMap(this::asked)
                        .map(asked -> take(asked, reply, name(reply, raw)))
                        .orElseGet(() -> Taken.ignored(
                                "None of its addresses is one that Larum gave to somebody who is here: the token is missing, forged or"
                                        + " of another house."));
        };
    }

    /** The same mail has the same name, however often it is brought. */
    private static String name(Reply reply, byte[] raw) {
        return Idempotency.hash(reply.id() == null ? raw : Idempotency.bytes("mail", reply.id()));
    }

    /** Only of a mail to a person who is here, about an incident. */
    private Optional<NotificationRequested> asked(NotificationId notification) {
        return log.readEvents(notification.toString(), 0)
                .asStream()
                .map(message -> (Object) message.getPayload())
                .filter(NotificationRequested.class::isInstance)
                .map(NotificationRequested.class::cast)
                .filter(asked -> asked.incident() != null && asked.recipient().channel() == ChannelKind.EMAIL)
                .filter(asked ->
                        rules.now().person(new PersonId(asked.recipient().id())).isPresent())
                .findFirst();
    }

    private Taken take(NotificationRequested asked, Reply reply, String name) {
        var incident = asked.incident();
        if (incident == null) {
            throw new IllegalStateException("asked only of incidents");
        }
        if (time.now().isAfter(asked.at().plus(LIFE))) {
            tellThatItIsLate(asked, incident);
            return new Taken(ReplyOutcome.IGNORED, incident.value(), "It answers a mail that is older than a day.");
        }
        var by = Actor.person(new PersonId(asked.recipient().id()));
        return take(ReplyWish.of(reply.text()), incident, by, name);
    }

    private Taken take(ReplyWish wish, IncidentId incident, Actor by, String name) {
        var done = act(incident, wish.verb(), by, name);
        var text = wish.note();
        if (text == null) {
            return done;
        }
        var noted = note(incident, text, by, name);
        return done.outcome() == ReplyOutcome.IGNORED ? noted : done;
    }

    private Taken act(IncidentId incident, ReplyWish.Verb verb, Actor by, String name) {
        return switch (verb) {
            case ACKNOWLEDGE ->
                act(
                        ReplyOutcome.ACKNOWLEDGED,
                        incident,
                        new Write(by, name, "acknowledge"),
                        new AcknowledgeIncident(incident, by, VIA, time.now()));
            case PASS ->
                act(
                        ReplyOutcome.ESCALATED,
                        incident,
                        new Write(by, name, "pass"),
                        new PassIncidentOn(incident, by, time.now()));
            case RESOLVE ->
                act(
                        ReplyOutcome.RESOLVED,
                        incident,
                        new Write(by, name, "resolve"),
                        new ResolveIncident(incident, by, VIA, time.now()));
            case NOTE -> new Taken(ReplyOutcome.IGNORED, incident.value(), "It says nothing that could be noted.");
        };
    }

    private Taken act(ReplyOutcome outcome, IncidentId incident, Write write, IncidentCommand wish) {
        try {
            incidents.act(incident.value(), write, at -> wish);
            return new Taken(outcome, incident.value(), null);
        } catch (Refusal tooLate) {
            return new Taken(ReplyOutcome.IGNORED, incident.value(), tooLate.sentence());
        }
    }

    private Taken note(IncidentId incident, String text, Actor by, String name) {
        var words = text.length() > LONGEST_NOTE ? text.substring(0, LONGEST_NOTE) : text;
        var note = new NoteIncident(incident, Ids.of("mail-note", name), by, words, time.now(), List.of());
        return act(ReplyOutcome.NOTED, incident, new Write(by, "note/" + name, "note"), note);
    }

    /** Once for each mail: whoever takes it for answered must know that it is not. */
    private void tellThatItIsLate(NotificationRequested asked, IncidentId incident) {
        commands.send(RequestNotification.of(
                NotificationId.of("reply-late", asked.notification()),
                asked.recipient(),
                "reply-late",
                new Notice(
                        "Your answer came too late",
                        "You answered a mail that is older than a day. Nothing was done, and nothing was noted. Open the incident to"
                                + " answer it.",
                        null,
                        "/i/" + incident),
                time.now()));
    }
}
