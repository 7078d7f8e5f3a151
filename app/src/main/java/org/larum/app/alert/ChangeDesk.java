package org.larum.app.alert;

import java.util.Map;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Door;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.compat.pagerduty.Change;
import org.larum.app.compat.pagerduty.ChangeIntake;
import org.larum.app.intake.RawRequest;
import org.larum.app.intake.Sender;
import org.larum.domain.directory.DirectoryCommand.RecordChange;
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

    public ChangeDesk(Door door, Commands commands, Idempotency idempotency, Ids ids, RawTable raws, Time time) {
        this.door = door;
        this.commands = commands;
        this.idempotency = idempotency;
        this.ids = ids;
        this.raws = raws;
        this.time = time;
    }

    @Override
    public Mono<Void> record(Sender sender, RawRequest raw, Change change) {
        return Mono.deferContextual(context -> {
                    var write = Write.of(Actor.integration(sender.integration()), context, raw.body());
                    return door.go(() -> commands.inOneUnit(
                            () -> idempotency.once(write, Boolean.class, () -> recorded(sender, raw, change))));
                })
                .then();
    }

    /** Inside a unit of work. */
    private boolean recorded(Sender sender, RawRequest raw, Change change) {
        var rawId = ids.next();
        raws.keep(rawId, raw.dialect(), raw.body(), time.now());
        commands.within(
                Map.of("actor", sender.word()),
                new RecordChange(
                        ids.next(),
                        sender.integration(),
                        sender.service(),
                        change.summary(),
                        change.source(),
                        change.links(),
                        rawId,
                        change.occurredAt()));
        return true;
    }
}
