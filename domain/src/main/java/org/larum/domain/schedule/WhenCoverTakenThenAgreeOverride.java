package org.larum.domain.schedule;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.schedule.ScheduleCommand.AgreeOverride;
import org.larum.domain.schedule.ScheduleEvent.CoverTaken;
import org.larum.domain.schedule.ScheduleEvent.StandIn;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/** Whoever says yes stands in, and is stood in for when it is a swap. In the unit of work of the yes. */
public final class WhenCoverTakenThenAgreeOverride implements Reaction<CoverTaken, Object> {

    @Override
    public Class<CoverTaken> hears() {
        return CoverTaken.class;
    }

    @Override
    public List<Command> on(CoverTaken e, Object nothing) {
        var asker = e.wanted().person();
        return Stream.of(agree(e, "cover", e.person(), asker, e.part()), agree(e, "swap", asker, e.person(), e.swap()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Command> agree(
            CoverTaken e, String what, PersonId person, PersonId instead, @Nullable Stretch when) {
        return when == null
                ? List.of()
                : List.of(new AgreeOverride(
                        AgreementId.of(e.request(), what, when.from()),
                        new StandIn(e.wanted().schedule(), person, instead, when),
                        null,
                        e.request(),
                        e.by(),
                        e.at()));
    }
}
