package org.larum.app.template;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.larum.app.template.Pebble.Unfit;
import org.larum.app.watch.OwnFaults;
import org.larum.domain.directory.MessageTemplate;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Severity;
import org.larum.notifiers.channel.Message.Content;
import org.larum.notifiers.channel.Templates;

/** Messages in the words of the house. Where they cannot be filled in the built-in ones go out, and the administrators are told. */
final class HouseTemplates implements Templates {

    private final Supplier<List<MessageTemplate>> all;
    private final OwnFaults faults;

    /** What this node has told of. */
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    HouseTemplates(Supplier<List<MessageTemplate>> all, OwnFaults faults) {
        this.all = all;
        this.faults = faults;
    }

    @Override
    public @Nullable String of(ChannelKind channel, Part part, Content content) {
        return all.get().stream()
                .filter(one -> one.channel() == channel && one.part().equals(word(part)))
                .findFirst()
                .map(template -> filled(template, part, content))
                .orElse(null);
    }

    private @Nullable String filled(MessageTemplate template, Part part, Content content) {
        var key = "template/" + word(template.channel()) + "/" + template.part();
        try {
            var words = Pebble.fill(template.text(), part == Part.HTML, Facts.of(content));
            if (failing.remove(key)) {
                faults.clear(key);
            }
            return words;
        } catch (Unfit e) {
            // Once: what is told of it goes by the same templates.
            if (failing.add(key)) {
                faults.raise(
                        key,
                        Severity.MEDIUM,
                        "The template of the " + template.part() + " of messages by " + word(template.channel())
                                + " could not be filled in: " + e.getMessage()
                                + " The message went out in Larum's own words.");
            }
            return null;
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
