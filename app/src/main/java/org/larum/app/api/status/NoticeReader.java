package org.larum.app.api.status;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.status.NoticeWish.AffectedWish;
import org.larum.app.api.status.NoticeWish.PlannedWish;
import org.larum.app.api.status.NoticeWish.PostWish;
import org.larum.app.status.StatusWords;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.shared.Refusal;
import org.larum.domain.status.ComponentState;
import org.larum.domain.status.NoticeState;
import org.larum.domain.status.StatusEvent.Affected;
import org.larum.domain.status.StatusEvent.Planned;
import org.larum.domain.status.StatusEvent.Post;

/** Reads what people want to say outside, and refuses what they cannot have meant. */
final class NoticeReader {

    private static final int LONGEST_TEXT = 5_000;
    private static final int MOST_AFFECTED = 200;

    private final Predicate<ServiceId> isKnown;

    /** @param isKnown whether the catalogue has the service */
    NoticeReader(Predicate<ServiceId> isKnown) {
        this.isKnown = isKnown;
    }

    Post post(@Nullable PostWish wish) {
        if (wish == null) {
            throw bad("\"post\" is missing: write the state and the text.");
        }
        var state = word("state", wish.state(), NoticeState.values());
        var planned = planned(wish.planned());
        if (state == NoticeState.SCHEDULED && planned == null) {
            throw bad("A planned maintenance needs \"planned\": {\"from\": ..., \"until\": ...}.");
        }
        return new Post(state, text("text", wish.text(), LONGEST_TEXT), affected(wish.affected()), planned);
    }

    private List<Affected> affected(@Nullable List<@Nullable AffectedWish> wishes) {
        var all = wishes == null ? List.<@Nullable AffectedWish>of() : wishes;
        if (all.size() > MOST_AFFECTED) {
            throw bad("\"affected\" names more than " + MOST_AFFECTED + " services.");
        }
        var seen = new HashSet<ServiceId>();
        var affected = new ArrayList<Affected>();
        for (var wish : all) {
            if (wish == null) {
                throw bad("\"affected\" holds an empty entry.");
            }
            var service = service(wish.service());
            if (!seen.add(service)) {
                throw bad("\"affected\" names \"" + wish.service() + "\" twice.");
            }
            affected.add(new Affected(service, word("state", wish.state(), ComponentState.values())));
        }
        return affected;
    }

    ServiceId service(@Nullable String word) {
        var id = Asking.service(word);
        var service = id == null ? null : new ServiceId(id);
        if (service == null || !isKnown.test(service)) {
            throw bad("There is no service \"" + word + "\". Write its word or its id.");
        }
        return service;
    }

    private static @Nullable Planned planned(@Nullable PlannedWish wish) {
        if (wish == null) {
            return null;
        }
        if (wish.from() == null || wish.until() == null || !wish.from().isBefore(wish.until())) {
            throw bad("\"planned\" needs \"from\" and, after it, \"until\", such as 2026-11-23T22:00:00Z.");
        }
        return new Planned(wish.from(), wish.until());
    }

    /** Plain text that every page and every feed can show. */
    static String text(String field, @Nullable String given, int most) {
        var text = given == null ? "" : given.replace("\r\n", "\n").strip();
        if (text.isEmpty() || text.length() > most) {
            throw bad(String.format(Locale.ROOT, "\"%s\" must have 1 to %,d characters of plain text.", field, most));
        }
        if (!text.codePoints().allMatch(StatusWords::isWritable)) {
            throw bad("\"" + field + "\" holds a control character, which no page can show. Remove it.");
        }
        return text;
    }

    /** The same in one line. */
    static String line(String field, @Nullable String given, int most) {
        var line = text(field, given, most);
        if (line.indexOf('\n') >= 0 || line.indexOf('\t') >= 0) {
            throw bad("\"" + field + "\" must be one line.");
        }
        return line;
    }

    static <E extends Enum<E>> E word(String field, @Nullable String given, E[] known) {
        return Stream.of(known)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(given))
                .findFirst()
                .orElseThrow(() -> bad("\"" + field + "\" must be one of "
                        + Stream.of(known)
                                .map(value -> value.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    static Refusal bad(String sentence) {
        return new Refusal(Refusal.Kind.INVALID, "bad_notice", sentence + " Nothing was published.");
    }
}
