package org.larum.app.api.postmortem;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.intake.Links;
import org.larum.domain.postmortem.ActionState;
import org.larum.domain.postmortem.PostmortemEvent.Outcome;
import org.larum.domain.shared.Refusal;

/** Reads what people write in a review; what cannot be meant is refused with what to write instead. */
final class PostmortemReader {

    static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_SOLUTION = 4000;
    private static final int LONGEST_ACTION = 300;
    private static final int MOST_LABELS = 20;
    private static final int LONGEST_LABEL = 40;
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private PostmortemReader() {}

    static String title(@Nullable String given) {
        return line("title", given, LONGEST_TITLE);
    }

    /** Markdown, kept as it was written. */
    static String text(@Nullable String given) {
        if (given == null || given.isBlank() || given.length() > LONGEST_TEXT || given.indexOf('\0') >= 0) {
            throw bad("\"text\" must have 1 to %,d characters of Markdown.".formatted(LONGEST_TEXT));
        }
        return given.replace("\r\n", "\n");
    }

    static int version(@Nullable Integer given) {
        if (given == null || given < 0) {
            throw bad("\"version\" must be the number of the version that you have read.");
        }
        return given;
    }

    static Outcome outcome(@Nullable String solution, @Nullable String runbook, @Nullable List<String> labels) {
        return new Outcome(solution(solution), runbook(runbook), labels(labels));
    }

    private static String solution(@Nullable String given) {
        var text = given == null ? "" : given.strip();
        if (text.isEmpty() || text.length() > LONGEST_SOLUTION || text.indexOf('\0') >= 0) {
            throw bad("\"solution\" must say what helps the next time, in 1 to %,d characters."
                    .formatted(LONGEST_SOLUTION));
        }
        return text;
    }

    private static @Nullable String runbook(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        var address = given.strip();
        try {
            var url = new URI(address);
            if (Links.isWeb(address) && url.getHost() != null && url.getRawUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // it is told below, like everything else that is no address
        }
        throw bad("\"runbook\" must be a web address such as https://wiki.example.com/checkout, without a user.");
    }

    private static List<String> labels(@Nullable List<String> given) {
        var labels = given == null ? List.<@Nullable String>of() : given;
        if (labels.size() > MOST_LABELS) {
            throw bad("\"labels\" may be " + MOST_LABELS + " words at most.");
        }
        return labels.stream()
                .map(label -> line("labels", label, LONGEST_LABEL).toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    static String action(@Nullable String given) {
        return line("text", given, LONGEST_ACTION);
    }

    /** Null when nobody said how one sees that it is done. */
    static @Nullable String doneWhen(@Nullable String given) {
        return given == null || given.isBlank() ? null : line("doneWhen", given, LONGEST_ACTION);
    }

    static LocalDate due(@Nullable String given) {
        try {
            var day = LocalDate.parse(Objects.requireNonNullElse(given, "").strip());
            if (!day.isBefore(FIRST) && !day.isAfter(LAST)) {
                return day;
            }
        } catch (DateTimeException e) {
            // told below, in the same words
        }
        throw bad("\"due\" must be the last day that is in time, such as 2026-12-24.");
    }

    static ActionState state(@Nullable String given) {
        return Stream.of(ActionState.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(given))
                .findFirst()
                .orElseThrow(() -> bad("\"state\" must be proposed, started, done or dropped."));
    }

    private static String line(String field, @Nullable String given, int most) {
        var line = given == null ? "" : given.strip();
        if (line.isEmpty() || line.length() > most || line.chars().anyMatch(Character::isISOControl)) {
            throw bad("\"" + field + "\" must be one line of 1 to " + most + " characters.");
        }
        return line;
    }

    static Refusal bad(String sentence) {
        return new Refusal(Refusal.Kind.INVALID, "bad_postmortem", sentence + " Nothing was changed.");
    }
}
