package org.larum.app.alert;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.alert.IdentityTable.Identity;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Door;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.intake.Became;
import org.larum.app.intake.Became.What;
import org.larum.app.intake.Detection;
import org.larum.app.intake.Intake;
import org.larum.app.intake.RawRequest;
import org.larum.app.intake.Sender;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.alert.AlertCommand;
import org.larum.domain.alert.AlertCommand.AcknowledgeAlert;
import org.larum.domain.alert.AlertCommand.ExpireAlert;
import org.larum.domain.alert.AlertCommand.RaiseAlert;
import org.larum.domain.alert.AlertCommand.RepeatAlert;
import org.larum.domain.alert.AlertCommand.ResolveAlert;
import org.larum.domain.alert.AlertEvent.Source;
import org.larum.domain.alert.AlertId;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Place;
import org.larum.domain.shared.Time;
import reactor.core.publisher.Mono;

/**
 * Takes detections in: one unit of work and one commit for a request, the rows of its keys locked first. The only place that
 * turns a detection into commands.
 */
public final class AlertDesk implements Intake {

    private static final int EXPIRY_BATCH = 500;

    private final Door door;
    private final Commands commands;
    private final Idempotency idempotency;
    private final IdentityTable identities;
    private final RawTable raws;
    private final RuleBook rules;
    private final Ids ids;
    private final Time time;

    public AlertDesk(
            Door door,
            Commands commands,
            Idempotency idempotency,
            IdentityTable identities,
            RawTable raws,
            RuleBook rules,
            Ids ids,
            Time time) {
        this.door = door;
        this.commands = commands;
        this.idempotency = idempotency;
        this.identities = identities;
        this.raws = raws;
        this.rules = rules;
        this.ids = ids;
        this.time = time;
    }

    @Override
    public Mono<List<Became>> accept(Sender sender, RawRequest raw, List<Detection> detections) {
        if (detections.isEmpty()) {
            return Mono.just(List.of());
        }
        return Mono.deferContextual(context -> {
            var write = Write.of(Actor.integration(sender.integration()), context, raw.body());
            return door.go(() -> List.of(commands.inOneUnit(() -> idempotency.once(
                    write,
                    Became[].class,
                    () -> new Batch(sender, raw).take(detections).toArray(Became[]::new)))));
        });
    }

    /** Ends the alerts whose sender said they would have ended by now, and then fell silent. Answers how many. */
    public int expire() {
        return commands.inOneUnit(() -> {
            var expired = identities.expired(EXPIRY_BATCH);
            expired.forEach(one ->
                    commands.within(Map.of(), new ExpireAlert(new AlertId(one.alert()), one.endsAt(), time.now())));
            return expired.size();
        });
    }

    /** One request, in one transaction. */
    private final class Batch {

        private final Sender sender;
        private final RawRequest raw;
        private final Instant now = time.now();
        private final Actor actor;
        private @Nullable UUID rawId;

        Batch(Sender sender, RawRequest raw) {
            this.sender = sender;
            this.raw = raw;
            this.actor = Actor.integration(sender.integration());
        }

        List<Became> take(List<Detection> detections) {
            var keys = detections.stream().map(Detection::key).toList();
            var rows = identities.lock(sender.integration(), keys);
            var became = new ArrayList<Became>(detections.size());
            for (var detection : detections) {
                var row = Objects.requireNonNull(rows.get(detection.key()));
                became.add(
                        switch (detection.action()) {
                            case TRIGGER -> trigger(row, detection);
                            case ACKNOWLEDGE -> acknowledge(row);
                            case RESOLVE -> resolve(row);
                        });
            }
            identities.save(rows.values());
            return became;
        }

        private Became trigger(Identity row, Detection detection) {
            return row.open && row.alert != null ? fold(row, new AlertId(row.alert), detection) : raise(row, detection);
        }

        private Became raise(Identity row, Detection detection) {
            if (row.alert != null && row.lastSeen != null) {
                identities.keepCount(row.alert, row.count, row.lastSeen);
            }
            row.cycle++;
            var alert = AlertId.of(sender.integration(), detection.key(), row.cycle);
            row.alert = alert.value();
            row.open = true;
            row.count = 1;
            row.severity = detection.severity();
            row.firstSeen = now;
            see(row, detection);
            var about = detection.about();
            var service = service(about.service());
            var source = new Source(
                    sender.integration(), detection.key(), row.cycle, keepRaw(), keepDetails(detection.details()));
            var place = new Place(
                    service,
                    rules.now().service(service).map(Definition.Service::team).orElse(null),
                    about.component());
            send(new RaiseAlert(
                    alert,
                    source,
                    place,
                    detection.severity(),
                    detection.summary(),
                    about.labels(),
                    about.links(),
                    now));
            var named = about.service();
            boolean isMisnamed = named != null && !service.equals(ServiceId.of(named));
            var why = isMisnamed
                    ? "There is no service \"" + named + "\"; it was filed under the service of the integration."
                    : null;
            return new Became(What.RAISED, alert, 1, why);
        }

        private Became fold(Identity row, AlertId alert, Detection detection) {
            row.count++;
            see(row, detection);
            boolean isWorse = detection.severity().isWorseThan(row.severity);
            boolean isMilestone = isMilestone(row.count);
            if (isWorse || isMilestone) {
                row.severity = isWorse ? detection.severity() : row.severity;
                send(new RepeatAlert(alert, detection.severity(), detection.summary(), row.count, isMilestone, now));
            }
            return new Became(What.FOLDED, alert, row.count, null);
        }

        private void see(Identity row, Detection detection) {
            row.lastSeen = now;
            row.endsAt = detection.endsAt();
            row.isTouched = true;
        }

        private Became acknowledge(Identity row) {
            if (!row.open || row.alert == null) {
                return nothingOpen();
            }
            var alert = new AlertId(row.alert);
            send(new AcknowledgeAlert(alert, actor, now));
            return new Became(What.ACKNOWLEDGED, alert, row.count, null);
        }

        private Became resolve(Identity row) {
            if (!row.open || row.alert == null) {
                return nothingOpen();
            }
            var alert = new AlertId(row.alert);
            send(new ResolveAlert(alert, actor, now));
            row.open = false;
            row.isTouched = true;
            return new Became(What.RESOLVED, alert, row.count, null);
        }

        private static Became nothingOpen() {
            return new Became(What.IGNORED, null, 0, "No alert is open for this key.");
        }

        private ServiceId service(@Nullable String word) {
            if (word == null) {
                return sender.service();
            }
            var named = ServiceId.of(word);
            return rules.now().service(named).isPresent() ? named : sender.service();
        }

        private UUID keepRaw() {
            if (rawId == null) {
                rawId = ids.next();
                raws.keep(rawId, raw.dialect(), raw.body(), now);
            }
            return rawId;
        }

        private @Nullable UUID keepDetails(@Nullable String details) {
            if (details == null) {
                return null;
            }
            var id = ids.next();
            raws.keep(id, "details", details.getBytes(StandardCharsets.UTF_8), now);
            return id;
        }

        private void send(AlertCommand command) {
            commands.within(Map.of("actor", sender.word()), command);
        }
    }

    /** 2, 10, 100, 1,000 and so on: a log that grows with the logarithm of a storm. */
    static boolean isMilestone(long count) {
        if (count == 2) {
            return true;
        }
        long power = 10;
        while (power < count) {
            power *= 10;
        }
        return power == count;
    }
}
