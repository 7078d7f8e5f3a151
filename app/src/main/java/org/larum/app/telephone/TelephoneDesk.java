package org.larum.app.telephone;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.incident.IncidentDesk;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.config.Settings;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.AnswerLinks;
import org.larum.app.security.AnswerLinks.Answering;
import org.larum.app.security.SecretTable;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Seals;
import org.larum.domain.incident.IncidentCommand.AcknowledgeIncident;
import org.larum.domain.incident.IncidentCommand.PassIncidentOn;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.notification.NotificationCommand.RecordReceipt;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Secret;
import org.larum.notifiers.telephone.TwilioSignature;
import org.larum.projections.incident.IncidentView;
import org.larum.projections.outbox.OutboxAnswers;
import org.larum.projections.outbox.OutboxQuery.Bundled;
import org.larum.projections.outbox.OutboxQuery.Pages;
import org.larum.projections.outbox.OutboxQuery.Together;
import org.larum.projections.shared.Scope;

/** Does what a digit says, and writes down what became of a message or a call. Blocking. */
public final class TelephoneDesk {

    private static final int MOST_PAGES = 50;
    private static final Set<String> UNHEARD = Set.of("busy", "no-answer", "failed", "canceled");
    private static final String HELP =
            "Larum: reply 1 to acknowledge what you were asked about last, 2 if it is not for you.";

    private final RuleBook rules;
    private final Seals seals;
    private final SecretTable secrets;
    private final AnswerLinks links;
    private final IncidentDesk incidents;
    private final OutboxAnswers outbox;
    private final Commands commands;
    private final Settings settings;
    private final Time time;

    public TelephoneDesk(
            RuleBook rules,
            Seals seals,
            SecretTable secrets,
            AnswerLinks links,
            IncidentDesk incidents,
            OutboxAnswers outbox,
            Commands commands,
            Settings settings,
            Time time) {
        this.rules = rules;
        this.seals = seals;
        this.secrets = secrets;
        this.links = links;
        this.incidents = incidents;
        this.outbox = outbox;
        this.commands = commands;
        this.settings = settings;
        this.time = time;
    }

    /** Whether the provider has signed this, for the public address and not for whatever a proxy made of it. */
    boolean isSigned(String path, Map<String, String> form, @Nullable String signature) {
        rules.catchUp();
        return signature != null
                && token().filter(token -> TwilioSignature.isBy(token, settings.url() + path, form, signature))
                        .isPresent();
    }

    private Optional<Secret> token() {
        return rules.now().twilio().map(Definition.Twilio::token).flatMap(secrets::find);
    }

    // ------------------------------------------------------------ answers

    /** @return what to say to whoever pressed the key; empty to ask again */
    Optional<String> pressed(String token, @Nullable String digits) {
        var answering = links.read(token)
                .filter(found -> !found.isExpired())
                .filter(found -> rules.now().person(found.person()).isPresent());
        if (answering.isEmpty()) {
            return Optional.of("This call is too old to be answered. Please open Larum.");
        }
        return switch (digits == null ? "" : digits) {
            case "1" -> Optional.of(all(answering.get(), ChannelKind.CALL, one -> acknowledge(one, "call", null)));
            case "2" -> Optional.of(all(answering.get(), ChannelKind.CALL, one -> pass(one, null)));
            default -> Optional.empty();
        };
    }

    /**
     * @param message what the provider calls it: what comes twice is done once
     * @return what to write back; empty when nothing is to be
     */
    Optional<String> written(String from, String text, @Nullable String message) {
        var word = text.strip().toLowerCase(Locale.ROOT);
        if (Set.of("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "start", "unstop")
                .contains(word)) {
            // The provider itself keeps to it, and says so.
            return Optional.empty();
        }
        var who = people(from);
        if (who.isEmpty()) {
            return Optional.empty();
        }
        boolean isYes = Set.of("1", "ack", "acknowledge").contains(word);
        boolean isNo = Set.of("2", "next", "pass").contains(word);
        if (!isYes && !isNo) {
            return Optional.of(HELP);
        }
        var last = who.stream().flatMap(person -> waiting(person.id()).stream()).findFirst();
        return Optional.of(last.map(answering -> all(
                        answering,
                        ChannelKind.SMS,
                        one -> isYes ? acknowledge(one, "SMS", message) : pass(one, message)))
                .orElse("Larum: nothing waits for your answer."));
    }

    private List<Person> people(String number) {
        rules.catchUp();
        return rules.inUse()
                .map(RuleBook.Version::definition)
                .filter(Person.class::isInstance)
                .map(Person.class::cast)
                .filter(person -> person.phone() != null
                        && person.phone().fingerprint().equals(seals.fingerprint(person.id(), number)))
                .toList();
    }

    /** What they were asked about last and nobody has answered yet. */
    private Optional<Answering> waiting(PersonId person) {
        return outbox.answer(new Pages(person.value(), ChannelKind.SMS, MOST_PAGES)).stream()
                .filter(incident -> isWaiting(incidents.one(incident, Scope.EVERYTHING, null), person))
                .findFirst()
                .map(incident -> new Answering(new IncidentId(incident), person, false));
    }

    private static boolean isWaiting(IncidentView incident, PersonId person) {
        return incident.state().equals("triggered")
                || incident.awaits().stream().anyMatch(one -> one.id().equals(person.value()));
    }

    /** What came as one message is answered as one; the answer speaks of the first and counts the others. */
    private String all(Answering answering, ChannelKind channel, Function<Answering, String> answer) {
        var others =
                outbox
                        .answer(new Together(
                                answering.incident().value(), answering.person().value(), channel))
                        .stream()
                        .filter(incident ->
                                !incident.equals(answering.incident().value()))
                        .map(incident -> new Answering(new IncidentId(incident), answering.person(), false))
                        .toList();
        var said =
                Stream.concat(Stream.of(answering), others.stream()).map(answer).toList();
        return others.isEmpty()
                ? said.getFirst()
                : said.getFirst() + " And " + others.size() + " more that came with it.";
    }

    private String acknowledge(Answering answering, String via, @Nullable String message) {
        var actor = Actor.person(answering.person());
        return done(
                answering,
                () -> incidents
                        .act(
                                answering.incident().value(),
                                new Write(actor, of(message, answering), "acknowledge"),
                                at -> new AcknowledgeIncident(answering.incident(), actor, via, at))
                        .incident());
    }

    private String pass(Answering answering, @Nullable String message) {
        var actor = Actor.person(answering.person());
        try {
            var incident = incidents
                    .act(
                            answering.incident().value(),
                            new Write(actor, of(message, answering), "pass"),
                            at -> new PassIncidentOn(answering.incident(), actor, at))
                    .incident();
            return "Passed on. The next one is asked about " + name(incident) + " now.";
        } catch (Refusal tooLate) {
            return "It is over: " + name(incidents.one(answering.incident().value(), Scope.EVERYTHING, null)) + ".";
        }
    }

    /** One message may answer for several incidents. */
    private static @Nullable String of(@Nullable String message, Answering answering) {
        return message == null ? null : message + " " + answering.incident();
    }

    private String done(Answering answering, Supplier<IncidentView> act) {
        try {
            var incident = act.get();
            var by = incident.acknowledgedBy();
            boolean isTheirs = by != null && answering.person().toString().equals(by.id());
            return isTheirs
                    ? "You have " + name(incident) + ". Nobody else is asked."
                    : name(incident) + " is held by " + (by == null ? "somebody else" : by.name()) + ".";
        } catch (Refusal tooLate) {
            return "It is over: " + name(incidents.one(answering.incident().value(), Scope.EVERYTHING, null)) + ".";
        }
    }

    private static String name(IncidentView incident) {
        return "INC-" + incident.number() + ", " + incident.title();
    }

    // ------------------------------------------------------------ receipts

    /** False when there is no such message. */
    boolean received(UUID notification, Map<String, String> form) {
        var receipt = receipt(notification, form);
        try {
            if (receipt != null) {
                commands.send(receipt);
                outbox.answer(new Bundled(notification)).stream()
                        .filter(other -> !other.equals(notification))
                        .forEach(other -> commands.send(receipt(other, receipt.delivered(), receipt.said())));
            }
            return true;
        } catch (AggregateNotFoundException e) {
            return false;
        }
    }

    private @Nullable RecordReceipt receipt(UUID notification, Map<String, String> form) {
        var message = form.get("MessageStatus");
        var call = form.get("CallStatus");
        if (message != null) {
            return switch (message) {
                case "delivered" -> receipt(notification, true, "delivered");
                case "undelivered", "failed" -> receipt(notification, false, message + error(form.get("ErrorCode")));
                default -> null;
            };
        }
        if ("completed".equals(call)) {
            return form.getOrDefault("AnsweredBy", "").startsWith("machine")
                    ? receipt(notification, false, "a voice mail picked up")
                    : receipt(notification, true, "answered");
        }
        return call != null && UNHEARD.contains(call) ? receipt(notification, false, call.replace('-', ' ')) : null;
    }

    private static String error(@Nullable String code) {
        return code == null || !code.matches("[0-9]{1,6}") ? "" : ", error " + code;
    }

    private RecordReceipt receipt(UUID notification, boolean delivered, String said) {
        return new RecordReceipt(new NotificationId(notification), delivered, said, time.now());
    }
}
