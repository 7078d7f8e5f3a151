package org.larum.notifiers.delivery;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.notification.NotificationCommand;
import org.larum.domain.notification.NotificationCommand.DropNotification;
import org.larum.domain.notification.NotificationCommand.GiveUpNotification;
import org.larum.domain.notification.NotificationCommand.RecordFailure;
import org.larum.domain.notification.NotificationCommand.RecordSent;
import org.larum.domain.notification.NotificationCommand.RecordWaiting;
import org.larum.domain.notification.NotificationEvent.Bundle;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Channel;
import org.larum.notifiers.channel.Message;
import org.larum.notifiers.channel.Message.Content;
import org.larum.notifiers.channel.Message.Others;
import org.larum.notifiers.channel.Message.Told;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;
import org.larum.notifiers.delivery.Briefing.Address;

/** Makes one message: is it still wanted, how is its recipient reached, what does the provider say? Answers what became of it. */
public final class Sending {

    /** Whoever is told of more than that reads the list. */
    private static final int NAMED = 10;

    private final Briefing briefing;
    private final Providers providers;
    private final Time time;
    private final Map<ChannelKind, Channel> channels = new EnumMap<>(ChannelKind.class);

    public Sending(Briefing briefing, Time time, List<Channel> all) {
        this(briefing, new Providers(time), time, all);
    }

    Sending(Briefing briefing, Providers providers, Time time, List<Channel> all) {
        this.briefing = briefing;
        this.providers = providers;
        this.time = time;
        all.forEach(channel -> channels.put(channel.kind(), channel));
    }

    /** What became of each attempt. {@code isLeftAlone}: nobody was called, because the provider rests. */
    record Outcome(Attempt attempt, NotificationCommand said, boolean isLeftAlone) {

        private Outcome(Attempt attempt, NotificationCommand said) {
            this(attempt, said, false);
        }
    }

    /** One by itself. */
    public NotificationCommand send(Attempt attempt) {
        return send(List.of(attempt)).getFirst().said();
    }

    /** @param together what goes as one message to one recipient; what nobody wants any more is left out */
    List<Outcome> send(List<Attempt> together) {
        var outcomes = new ArrayList<Outcome>();
        var wanted = new ArrayList<Attempt>();
        for (var attempt : together) {
            var unwanted = attempt.run() == null ? null : briefing.whyUnwanted(attempt.run(), attempt.recipient());
            if (unwanted == null) {
                wanted.add(attempt);
            } else {
                outcomes.add(new Outcome(attempt, new DropNotification(attempt.notification(), unwanted, time.now())));
            }
        }
        if (!wanted.isEmpty()) {
            outcomes.addAll(deliver(wanted));
        }
        return outcomes;
    }

    private List<Outcome> deliver(List<Attempt> wanted) {
        var lead = wanted.getFirst();
        return switch (briefing.address(lead.channel(), lead.recipient(), lead.incident())) {
            case Address.NotYet(var reason) -> each(wanted, one -> waiting(one, reason));
            case Address.Never(var reason) ->
                each(wanted, one -> new GiveUpNotification(one.notification(), null, reason, time.now()));
            case Address.Known known -> call(wanted, known);
        };
    }

    private static List<Outcome> each(List<Attempt> some, Function<Attempt, NotificationCommand> said) {
        return some.stream().map(one -> new Outcome(one, said.apply(one))).toList();
    }

    private RecordWaiting waiting(Attempt attempt, String reason) {
        return new RecordWaiting(attempt.notification(), reason, time.now());
    }

    private List<Outcome> call(List<Attempt> wanted, Address.Known address) {
        var lead = wanted.getFirst();
        var provider = Provider.of(lead);
        var whyNot = providers.whyNot(provider, lead.number());
        if (whyNot != null) {
            return wanted.stream()
                    .map(one -> new Outcome(one, waiting(one, whyNot), true))
                    .toList();
        }
        SendOutcome outcome;
        var before = time.now();
        try {
            var message = new Message(lead.notification(), lead.number(), address.destination(), told(wanted, address));
            outcome = Objects.requireNonNull(channels.get(lead.channel())).send(message);
        } catch (RuntimeException e) {
            providers.released(provider);
            throw e;
        }
        providers.heard(provider, outcome, before);
        var bundle = wanted.size() == 1 ? null : new Bundle(lead.notification(), wanted.size());
        return each(wanted, one -> said(one, outcome, bundle));
    }

    private NotificationCommand said(Attempt attempt, SendOutcome outcome, @Nullable Bundle bundle) {
        var id = attempt.notification();
        return switch (outcome) {
            case Accepted(var receipt) -> new RecordSent(id, attempt.number(), receipt, time.now(), bundle);
            case TryLater(var reason, var unknown, var retryAfter) ->
                new RecordFailure(id, attempt.number(), reason, unknown, retryAfter, time.now());
            case GiveUp(var reason, var isNobody) -> new GiveUpNotification(id, attempt.number(), reason, time.now());
        };
    }

    private Told told(List<Attempt> wanted, Address.Known address) {
        var lead = wanted.getFirst();
        var incident = lead.incident();
        if (incident == null) {
            return briefing.notice(lead.notification(), lead.recipient());
        }
        var subject = briefing.subject(incident, lead.run(), lead.recipient());
        var said = briefing.said(incident, lead.turn());
        return new Content(
                lead.kind(), lead.turn(), subject, address.reader(), time.now(), said, others(wanted, incident));
    }

    private @Nullable Others others(List<Attempt> wanted, IncidentId lead) {
        var ids = wanted.stream()
                .map(Attempt::incident)
                .filter(Objects::nonNull)
                .filter(incident -> !incident.equals(lead))
                .distinct()
                .toList();
        return ids.isEmpty()
                ? null
                : new Others(
                        ids.size(),
                        ids.stream()
                                .limit(NAMED)
                                .map(incident -> briefing.subject(
                                        incident, null, wanted.getFirst().recipient()))
                                .toList());
    }
}
