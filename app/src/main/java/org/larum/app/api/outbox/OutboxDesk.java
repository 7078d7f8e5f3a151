package org.larum.app.api.outbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.outbox.DeliveryView.DeliveryNext;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.eventstore.EventLog;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.directory.Definition.Webhook;
import org.larum.domain.directory.PersonId;
import org.larum.domain.escalation.RunId;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationEvent;
import org.larum.domain.notification.NotificationEvent.NotificationRequested;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.reach.ReachEvent;
import org.larum.domain.reach.ReachId;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.projections.outbox.OutboxAnswers;
import org.larum.projections.outbox.OutboxQuery.Message;
import org.larum.projections.outbox.OutboxView;
import org.larum.projections.shared.ActorView;
import org.larum.projections.shared.Names;

/** Finds one message with its story, and whom messages go to. Blocking. */
final class OutboxDesk {

    /** In these states a message may still be sent by itself. */
    static final Set<String> OPEN = Set.of("waiting", "pending", "held", "sending");

    private final OutboxAnswers messages;
    private final EventLog log;
    private final RuleBook rules;
    private final Names names;

    private final Commands commands;
    private final Idempotency idempotency;
    private final Ids ids;
    private final Time time;

    OutboxDesk(
            OutboxAnswers messages,
            EventLog log,
            RuleBook rules,
            Names names,
            Commands commands,
            Idempotency idempotency,
            Ids ids,
            Time time) {
        this.messages = messages;
        this.log = log;
        this.rules = rules;
        this.names = names;
        this.commands = commands;
        this.idempotency = idempotency;
        this.ids = ids;
        this.time = time;
    }

    /** {@code id}: the new message; {@code index}: its newest event. */
    public record Replayed(UUID id, long index) {}

    private record Begun(UUID id) {}

    /** Sends what a webhook was told once more, as a message of its own: whoever keeps the ids of messages takes it for a new one. */
    Replayed replay(String id, Write write) {
        var message = message(id);
        var first = events(message.id(), NotificationRequested.class).getFirst();
        refuseUnlessWebhook(first);
        if (OPEN.contains(message.state())) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "on_its_way",
                    "This message is still on its way and is tried again by itself. Nothing was sent.");
        }
        var begun = commands.inOneUnit(() -> idempotency.once(write, Begun.class, () -> {
            var again = new NotificationId(ids.next());
            commands.within(
                    Map.of(),
                    new RequestNotification(
                            again,
                            first.incident(),
                            null,
                            first.recipient(),
                            first.kind(),
                            first.occasion(),
                            first.notice(),
                            time.now()));
            return new Begun(again.value());
        }));
        return new Replayed(begun.id(), log.headOf(begun.id().toString()));
    }

    private void refuseUnlessWebhook(NotificationRequested first) {
        rules.catchUp();
        var known = rules.latest(first.recipient().id());
        if (known.isEmpty() || !(known.get().definition() instanceof Webhook)) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "not_a_webhook",
                    "People are not told again by hand; escalate the incident instead. Nothing was sent.");
        }
        if (known.get().isRetired()) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "no_such_webhook",
                    "This webhook is not in the configuration any more. Nothing was sent.");
        }
    }

    DeliveryView story(String id) {
        var message = message(id);
        var events = events(message.id(), NotificationEvent.class);
        return new DeliveryView(message, DeliveryStory.of(events), next(events.getFirst()));
    }

    private OutboxView message(String id) {
        var uuid = Asking.uuid(id);
        var message = uuid == null ? null : messages.answer(new Message(uuid)).orElse(null);
        if (message == null) {
            throw new Refusal(
                    Refusal.Kind.NOT_FOUND,
                    "no_such_message",
                    "There is no message at this address. Look for it in the outbox.");
        }
        return message;
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
