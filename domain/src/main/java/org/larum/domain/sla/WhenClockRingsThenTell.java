package org.larum.domain.sla;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationEvent.Occasion;
import org.larum.domain.notification.NotificationEvent.Recipient;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;
import org.larum.domain.sla.SlaEvent.ClockBreached;
import org.larum.domain.sla.SlaEvent.ClockForetold;

/**
 * Whoever has the incident hears when most of the time has passed, and again, with those who lead its team, when all of it has. When
 * nobody has it, those who lead hear at once. Administrators do not: the escalation tells them when nobody answers.
 */
public final class WhenClockRingsThenTell implements Reaction<SlaEvent, SlaKnown> {

    /** The role of those who answer for a team. */
    public static final String LEAD = "lead";

    private static final int MOST = 80;

    @Override
    public Class<SlaEvent> hears() {
        return SlaEvent.class;
    }

    @Override
    public List<Command> on(SlaEvent event, SlaKnown known) {
        return switch (event) {
            case ClockForetold e when e.share() >= MOST -> foretold(e, known);
            case ClockBreached e when e.running() -> breached(e, known);
            default -> List.of();
        };
    }

    private static List<Command> foretold(ClockForetold e, SlaKnown known) {
        var holder = known.holder(e.incident()).stream().toList();
        var told = holder.isEmpty() ? leads(e.service(), known.directory()) : holder;
        return tell(e, "soon", told.stream(), e.at());
    }

    private static List<Command> breached(ClockBreached e, SlaKnown known) {
        var told = Stream.concat(known.holder(e.incident()).stream(), leads(e.service(), known.directory()).stream());
        return tell(e, "late", told, e.at());
    }

    private static List<PersonId> leads(ServiceId service, Directory directory) {
        var members = directory
                .service(service)
                .map(Definition.Service::team)
                .flatMap(directory::team)
                .map(Definition.Team::members)
                .orElse(List.of());
        return directory.having(LEAD).stream()
                .map(Definition.Person::id)
                .filter(members::contains)
                .toList();
    }

    private static List<Command> tell(SlaEvent e, String how, Stream<PersonId> people, Instant at) {
        var turn = e.kind().name().toLowerCase(Locale.ROOT) + " " + how;
        return people.distinct()
                .<Command>map(person -> new RequestNotification(
                        NotificationId.of(e.clock(), turn, person, at),
                        e.incident(),
                        null,
                        new Recipient(ChannelKind.EMAIL, person.value()),
                        NotificationKind.HOLDER,
                        new Occasion(0, 0, 1, turn),
                        at))
                .toList();
    }
}
