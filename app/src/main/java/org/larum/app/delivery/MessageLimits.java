package org.larum.app.delivery;

import java.util.EnumMap;
import java.util.List;
import java.util.stream.Collectors;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.MessageLimit;
import org.larum.domain.shared.ChannelKind;
import org.larum.notifiers.delivery.Limit;
import org.larum.notifiers.delivery.PersonLimits;

/** How much one person is told: what the house says, and what is usual where it says nothing. */
public final class MessageLimits {

    private MessageLimits() {}

    public static PersonLimits of(RuleBook rules) {
        return rules.limits().map(MessageLimits::of).orElse(PersonLimits.USUAL);
    }

    private static PersonLimits of(Definition.Limits said) {
        var all = new EnumMap<ChannelKind, List<Limit>>(ChannelKind.class);
        said.open().forEach(channel -> all.put(channel, List.of()));
        all.putAll(said.limits().stream()
                .collect(Collectors.groupingBy(
                        MessageLimit::channel,
                        Collectors.mapping(one -> new Limit(one.most(), one.within()), Collectors.toList()))));
        return PersonLimits.orUsual(all);
    }
}
