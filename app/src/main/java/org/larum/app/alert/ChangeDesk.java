package org.larum.app.alert;

import java.util.Map;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Door;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.intake.Change;
import org.larum.app.intake.ChangeIntake;
import org.larum.app.intake.RawRequest;
import org.larum.app.intake.Sender;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.DirectoryCommand.RecordChange;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Time;
import reactor.core.publisher.Mono;

/** Takes in what was deployed or changed. */
public final class ChangeDesk implements ChangeIntake {

    private final Door door;
    private final Commands commands;
    private final Idempotency idempotency;
    private final Ids ids;
    private final RawTable raws;
    private final Time time;
    private final RuleBook rules;

    public ChangeDesk(
            Door door, Commands commands, Idempotency idempotency, Ids ids, RawTable raws, Time time, RuleBook rules) {
        this.door = door;
        this.commands = commands;
        this.idempotency = idempotency;
        this.ids = ids;
        this.raws = raws;
        this.time = time;
        this.rules = rules;
    }

    @Override
    public Mono<Void> record(Sender sender, RawRequest raw, Change change, Told told) {
        return Mono.deferContextual(context -> {
                    var write = Write.of(Actor.integration(sender.integration()), context, raw.body());
                    return door.go(() -> commands.inOneUnit(
                            () -> idempotency.once(write, Boolean.class, () -> recorded(sender, raw, change, told))));
                })
                .then();
    }

    /** Inside a unit of work. */
    private boolean recorded(Sender sender, RawRequest raw, Change change, Told told) {
        var rawId = ids.next();
        raws.keep(rawId, raw.dialect(), raw.body(), time.now());
        commands.within(
                Map.of("actor", sender.word()),
                new RecordChange(
                        told.ref() == null ? ids.next() : Ids.of("change", sender.integration(), told.ref()),
                        sender.integration(),
                        service(sender, told),
                        change.summary(),
                        change.source(),
                        change.links(),
                        rawId,
                        change.occurredAt()));
        return true;
    }

    /** As of an alert: what is called wrongly is filed under the service of the integration. */
    private ServiceId service(Sender sender, Told told) {
        var named = told.service() == null ? null : ServiceId.of(told.service());
        return named == null || rules.now().service(named).isEmpty() ? sender.service() : named;
    }
}
