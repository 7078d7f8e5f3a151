package org.larum.app.api.improvement;

import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.directory.TeamId;
import org.larum.domain.improvement.Criterion;
import org.larum.domain.improvement.Direction;
import org.larum.domain.improvement.ImprovementId;
import org.larum.domain.improvement.Measure;
import org.larum.domain.improvement.Priority;
import org.larum.domain.shared.Refusal;

/** Reads what people say of an item; what cannot be meant is refused with what to write instead. */
final class ImprovementReader {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 2000;

    private final RuleBook rules;

    ImprovementReader(RuleBook rules) {
        this.rules = rules;
    }

    static ImprovementId id(String text) {
        var id = Asking.uuid(text);
        if (id == null) {
            throw ImprovementDesk.unknown();
        }
        return new ImprovementId(id);
    }

    static String title(@Nullable String given) {
        var line = given == null ? "" : given.strip();
        if (line.isEmpty() || line.length() > LONGEST_TITLE || line.chars().anyMatch(Character::isISOControl)) {
            throw bad("\"title\" must say what is to be done, on one line of 1 to " + LONGEST_TITLE + " characters.");
        }
        return line;
    }

    static String text(String field, @Nullable String given) {
        var text = given == null ? "" : given.strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            throw bad("\"" + field + "\" must be a sentence or some, of 1 to %,d characters.".formatted(LONGEST_TEXT));
        }
        return text;
    }

    static Priority priority(
            @Nullable Integer impact, @Nullable Integer feasibility, @Nullable Integer effort, @Nullable Integer risk) {
        if (impact == null || feasibility == null || effort == null || risk == null) {
            throw bad("\"impact\", \"feasibility\", \"effort\" and \"risk\" are each a number from 1 to 5.");
        }
        return new Priority(impact, feasibility, effort, risk);
    }

    static int round(@Nullable Integer given) {
        if (given == null) {
            throw bad("\"round\" must be the number of a round; GET /api/improvements/rounds/now says which this is.");
        }
        return given;
    }

    static <E extends Enum<E>> E word(Class<E> type, String field, @Nullable String given) {
        var wanted = given == null ? "" : given.strip();
        var known = type.getEnumConstants();
        return Arrays.stream(known)
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .orElseThrow(() -> bad("\"" + field + "\" must be one of "
                        + Arrays.stream(known)
                                .map(one -> one.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    Criterion criterion(
            @Nullable String measure,
            @Nullable String direction,
            @Nullable Double target,
            @Nullable String service,
            @Nullable String team) {
        if (target == null) {
            throw bad("\"target\" must be a number.");
        }
        var ofService = service(service);
        var ofTeam = team(team);
        if (ofService != null && ofTeam != null) {
            throw bad(
                    "A criterion is of a \"service\" or of a \"team\", or of the whole house when both are left out.");
        }
        return new Criterion(
                word(Measure.class, "measure", measure),
                word(Direction.class, "direction", direction),
                target,
                ofService,
                ofTeam);
    }

    @Nullable
    ServiceId service(@Nullable String word) {
        var id = Asking.service(word);
        if (id != null && rules.now().service(new ServiceId(id)).isEmpty()) {
            throw bad("There is no service \"" + word + "\". Write a word or an id of /api/services.");
        }
        return id == null ? null : new ServiceId(id);
    }

    private @Nullable TeamId team(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        UUID known = Asking.uuid(word);
        var id = known == null ? TeamId.of(word) : new TeamId(known);
        if (rules.now().team(id).isEmpty()) {
            throw bad("There is no team \"" + word + "\". Write a word or an id of a team.");
        }
        return id;
    }

    static Refusal bad(String sentence) {
        return new Refusal(Refusal.Kind.INVALID, "bad_improvement", sentence + " Nothing was changed.");
    }
}
