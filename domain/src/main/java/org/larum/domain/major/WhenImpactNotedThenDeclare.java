package org.larum.domain.major;

import java.util.List;
import org.larum.domain.directory.Definition.MajorRule;
import org.larum.domain.directory.Directory;
import org.larum.domain.major.MajorCommand.DeclareMajor;
import org.larum.domain.major.MajorCommand.NoteImpact;
import org.larum.domain.major.MajorCommand.TakeOver;
import org.larum.domain.major.MajorEvent.Grounds;
import org.larum.domain.major.MajorEvent.ImpactCarried;
import org.larum.domain.major.MajorEvent.ImpactNoted;
import org.larum.domain.major.MajorEvent.MajorIncidentMerged;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/** Declares what the rule of the house calls a major incident; what was merged goes on in the incident that took it. */
public final class WhenImpactNotedThenDeclare implements Reaction<MajorEvent, Directory> {

    @Override
    public Class<MajorEvent> hears() {
        return MajorEvent.class;
    }

    @Override
    public List<Command> on(MajorEvent event, Directory directory) {
        return switch (event) {
            case ImpactNoted e -> declare(e, directory.majorRule());
            case ImpactCarried e -> List.of(NoteImpact.of(e.into(), e.services(), e.at()));
            case MajorIncidentMerged e ->
                List.of(new TakeOver(MajorId.of(e.into()), e.into(), e.carried(), e.by(), e.at()));
            default -> List.of();
        };
    }

    /** Only when its number is known: the war room is called by it. Its opening is noted in any case. */
    private static List<Command> declare(ImpactNoted e, MajorRule rule) {
        return e.number() == null || e.severity() == null || !rule.isMetBy(e.severity(), e.total())
                ? List.of()
                : List.of(new DeclareMajor(
                        e.major(),
                        e.incident(),
                        new Grounds(null, e.severity(), e.total()),
                        rule.updates(),
                        rule.warRoom(e.number()),
                        Actor.LARUM,
                        e.at()));
    }
}
