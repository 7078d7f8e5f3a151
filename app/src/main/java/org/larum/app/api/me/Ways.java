package org.larum.app.api.me;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.shared.ChannelKind;

/** The ways of telling a person, as people speak of them. */
final class Ways {

    /** In the order in which they are shown. */
    static final List<ChannelKind> TO_PEOPLE = Stream.of(ChannelKind.values())
            .filter(channel -> channel != ChannelKind.WEBHOOK && channel != ChannelKind.SOURCE)
            .toList();

    /** Those that go to the number. */
    static final Set<ChannelKind> BY_NUMBER = Set.of(ChannelKind.SMS, ChannelKind.CALL);

    private Ways() {}

    static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    static String name(ChannelKind channel) {
        return switch (channel) {
            case EMAIL -> "e-mail";
            case WEBHOOK -> "webhook";
            case SOURCE -> "source";
            case SMS -> "SMS";
            case CALL -> "call";
            case PUSH -> "push";
            case SLACK -> "Slack";
        };
    }

    static Optional<ChannelKind> of(@Nullable String word) {
        return TO_PEOPLE.stream().filter(channel -> word(channel).equals(word)).findFirst();
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Why nothing can be sent this way, as a sentence; null when it can. */
    static @Nullable String missing(ChannelKind channel, Person person, Set<ChannelKind> setUp) {
        if (channel == ChannelKind.PUSH) {
            return setUp.contains(channel) ? null : "No device of yours takes messages. Add one below.";
        }
        if (!setUp.contains(channel)) {
            return "Not set up in this house. An administrator describes it under channels.";
        }
        return switch (channel) {
            case SMS, CALL -> person.phone() == null ? "Larum has no number of yours. Write one below." : null;
            case EMAIL, SLACK ->
                person.email() == null ? "Larum has no e-mail address of yours. An administrator can add it." : null;
            case PUSH, WEBHOOK, SOURCE -> null;
        };
    }

    /** As many digits as its owner knows it by. */
    static String hidden(String phone) {
        return phone.length() < 9
                ? "… " + phone.substring(Math.max(0, phone.length() - 2))
                : phone.substring(0, 3) + " … " + phone.substring(phone.length() - 4);
    }
}
