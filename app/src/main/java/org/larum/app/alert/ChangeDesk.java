package org.larum.app.alert;

import java.util.Map;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Door;
import org.larum.app.compat.pagerduty.Change;
import org.larum.app.compat.pagerduty.ChangeIntake;
import org.larum.app.intake.RawRequest;
import org.larum.app.intake.Sender;
import org.larum.domain.directory.DirectoryCommand.RecordChange;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Time;
import reactor.core.publisher.Mono;

/** Takes in what was deployed or changed. */
public final class ChangeDesk implements ChangeIntake {

    private final Door door;
    private final Commands commands;
    private final Ids ids;
    private final RawTable raws;
    private final Time time;

    public ChangeDesk(Door door, Commands commands, Ids ids, RawTable raws, Time time) {
        this.door = door;
        this.commands = commands;
        this.ids = ids;
        this.raws = raws;
        this.time = time;
    }

    @Override
    public Mono<Void> record(Sender sender, RawRequest raw, Change change) {
        return door.go(() -> commands.inOneUnit(() -> {
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
                }))
                .then();
    }
}
