package org.larum.app.api.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.Definition.Limits;
import org.larum.domain.directory.MessageLimit;
import org.larum.domain.shared.ChannelKind;

/** Reads how much one person is told by each channel, such as {@code 5/15m}: five messages in a quarter of an hour. */
final class LimitReader {

    private static final int MOST = 10;
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final List<String> CHANNELS = List.of("sms", "call", "email", "push", "slack");
    private static final Pattern LIMIT = Pattern.compile("([1-9][0-9]{0,3})/([1-9][0-9]{0,3})([smh])");
    private static final String HINT = "limits such as [1/1m, 5/15m], or [] for none";

    private final Mistakes mistakes;

    LimitReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    Optional<Limits> limits(Block channels) {
        return channels.given("limits", "limits for a person, such as {sms: [1/1m, 5/15m]}")
                .map(value -> limits(value, channels.at("limits")));
    }

    private Limits limits(Object value, String path) {
        var block = Block.of(value, path, mistakes, "the limits", CHANNELS);
        var limits = new ArrayList<MessageLimit>();
        var open = new ArrayList<ChannelKind>();
        for (var word : CHANNELS) {
            if (block.has(word)) {
                var channel = ChannelKind.valueOf(word.toUpperCase(Locale.ROOT));
                var list = block.optionalList(word, MOST, HINT);
                if (list.isEmpty()) {
                    open.add(channel);
                }
                for (int i = 0; i < list.size(); i++) {
                    limit(channel, list.get(i), block.at(word) + "[" + i + "]").ifPresent(limits::add);
                }
            }
        }
        return new Limits(RuleBook.LIMITS, Section.LIMITS_WORD, limits, open);
    }

    private Optional<MessageLimit> limit(ChannelKind channel, @Nullable Object value, String path) {
        var found = value instanceof String text ? LIMIT.matcher(text) : null;
        if (found == null || !found.matches()) {
            mistakes.add(path, "This is no limit. Write how many within which time, such as 5/15m.");
            return Optional.empty();
        }
        int number = Integer.parseInt(found.group(2));
        var within = switch (found.group(3)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
        if (within.compareTo(LONGEST) > 0) {
            mistakes.add(path, "This is longer than a day. Write a day at most, such as 50/24h.");
            return Optional.empty();
        }
        return Optional.of(new MessageLimit(channel, Integer.parseInt(found.group(1)), within));
    }

    /** As the file has it. */
    static Map<String, Object> written(Limits limits) {
        var all = new LinkedHashMap<String, Object>();
        for (var word : CHANNELS) {
            var channel = ChannelKind.valueOf(word.toUpperCase(Locale.ROOT));
            var of = limits.limits().stream()
                    .filter(limit -> limit.channel() == channel)
                    .map(LimitReader::written)
                    .toList();
            if (!of.isEmpty() || limits.open().contains(channel)) {
                all.put(word, of);
            }
        }
        return all;
    }

    private static String written(MessageLimit limit) {
        long seconds = limit.within().toSeconds();
        var time = seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
        return limit.most() + "/" + time;
    }
}
