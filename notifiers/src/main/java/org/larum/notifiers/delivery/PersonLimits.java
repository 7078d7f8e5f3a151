package org.larum.notifiers.delivery;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.larum.domain.shared.ChannelKind;

/**
 * How much one person is told by each channel. A telephone that rings all the time is put away: what comes on top waits, and goes as
 * one message. Machines take whatever comes.
 */
public record PersonLimits(Map<ChannelKind, List<Limit>> person) {

    /** The figures for telephones are those that other systems of this kind have come to; docs/channels.md. */
    public static final PersonLimits USUAL = new PersonLimits(Map.of(
            ChannelKind.SMS,
            List.of(Limit.of(1, "1m"), Limit.of(5, "15m"), Limit.of(11, "1h"), Limit.of(21, "3h")),
            ChannelKind.CALL,
            List.of(Limit.of(3, "15m"), Limit.of(7, "1h"), Limit.of(15, "3h")),
            ChannelKind.EMAIL,
            List.of(Limit.of(10, "1m"), Limit.of(60, "1h")),
            ChannelKind.PUSH,
            List.of(Limit.of(10, "1m"), Limit.of(60, "1h")),
            ChannelKind.SLACK,
            List.of(Limit.of(10, "1m"), Limit.of(60, "1h"))));

    public PersonLimits {
        person = Map.copyOf(person);
    }

    public List<Limit> of(ChannelKind channel) {
        return person.getOrDefault(channel, List.of());
    }

    /** These, and the usual ones where nothing is said. */
    public static PersonLimits orUsual(Map<ChannelKind, List<Limit>> said) {
        var all = new EnumMap<ChannelKind, List<Limit>>(USUAL.person);
        all.putAll(said);
        return new PersonLimits(all);
    }
}
