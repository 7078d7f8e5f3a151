package org.larum.app.api.outbox;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.outbox.DeliveryView.DeliveryNext;
import org.larum.app.eventstore.EventLog;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.directory.Definition.Webhook;
import org.larum.domain.directory.PersonId;
import org.larum.domain.escalation.RunId;
import org.larum.domain.notification.NotificationEvent;
import org.larum.domain.notification.NotificationEvent.NotificationRequested;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.reach.ReachEvent;
import org.larum.domain.reach.ReachId;
import org.larum.domain.shared.Refusal;
import org.larum.projections.outbox.OutboxAnswers;
import org.larum.projections.outbox.OutboxQuery.Message;
import org.larum.projections.shared.ActorView;
import org.larum.projections.shared.Names;

/** Finds one message with its story, and whom messages go to. Blocking. */
final class OutboxDesk {

    private final OutboxAnswers messages;
    private final EventLog log;
    private final RuleBook rules;
    private final Names names;

    OutboxDesk(OutboxAnswers messages, EventLog log, RuleBook rules, Names names) {
        this.messages = messages;
        this.log = log;
        this.rules = rules;
        this.names = names;
    }

    DeliveryView story(String id) {
        var uuid = Asking.uuid(id);
        var message = uuid == null ? null : messages.answer(new Message(uuid)).orElse(null);
        if (message == null) {
            throw new Refusal(
                    Refusal.Kind.NOT_FOUND,
                    "no_such_message",
                    "There is no message at this address. Look for it in the outbox.");
        }
        var events = events(message.id(), NotificationEvent.class);
        return new DeliveryView(message, DeliveryStory.of(events), next(events.getFirst()));
    }

    private List<DeliveryNext> next(NotificationEvent first) {
        if (first instanceof NotificationRequested e && e.run() != null && e.kind() == NotificationKind.PAGE) {
            var person = new PersonId(e.recipient().id());
            var reach = ReachId.of(new RunId(e.run()), person);
            return DeliveryStory.next(e, events(reach.value(), ReachEvent.class));
        }
        return List.of();
    }

    private <E> List<E> events(UUID aggregate, Class<E> kind) {
        return log.readEvents(aggregate.toString(), 0)
                .asStream()
                .map(message -> (Object) message.getPayload())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Everybody and everything that can be told now, people first. */
    List<ActorView> recipients() {
        rules.catchUp();
        var all = rules.inUse().map(RuleBook.Version::definition).toList();
        return Stream.concat(
                        all.stream()
                                .filter(Person.class::isInstance)
                                .map(Person.class::cast)
                                .map(one -> new ActorView(
                                        "person",
                                        one.id().toString(),
                                        names.person(one.id().value()).name())),
                        all.stream()
                                .filter(Webhook.class::isInstance)
                                .map(Webhook.class::cast)
                                .map(one -> new ActorView("webhook", one.id().toString(), one.word())))
                .toList();
    }

    /** By id or by word; also who is not in the organisation any more, by id. */
    @Nullable
    UUID recipient(@Nullable String wanted) {
        if (wanted == null || wanted.isBlank()) {
            return null;
        }
        var id = Asking.uuid(wanted);
        if (id != null) {
            return id;
        }
        rules.catchUp();
        return rules.inUse()
                .map(RuleBook.Version::definition)
                .filter(one -> (one instanceof Person || one instanceof Webhook)
                        && one.word().equals(wanted))
                .findFirst()
                .map(one -> one.id().value())
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.INVALID,
                        "bad_recipient",
                        "Nobody here is called that. Write the word or the id of a person or a webhook."));
    }
}
