package org.larum.app.api.incident;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.intake.Links;
import org.larum.domain.alert.AlertId;
import org.larum.domain.incident.Priority;
import org.larum.domain.major.Role;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Severity;

/** Reads what people say about an incident; what cannot be meant is refused with what to write instead. */
final class Said {

    private static final int LONGEST_REASON = 500;

    /** Further back nobody remembers to the minute, and it was mistyped. */
    private static final Duration LONGEST_AGO = Duration.ofDays(366);

    private static final int MOST_ALERTS = 1000;

    private Said() {}

    static String reason(@Nullable String text) {
        var reason = text == null ? "" : text.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
            throw invalid("bad_reason", "\"reason\" must say why in 1 to 500 characters: the others read it later.");
        }
        return reason;
    }

    /** Null when nothing was said. */
    static @Nullable String note(@Nullable String text) {
        return text == null || text.isBlank() ? null : reason(text);
    }

    static Instant moment(@Nullable String text, String field) {
        try {
            return OffsetDateTime.parse(text == null ? "" : text.strip())
                    .toInstant()
                    .truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw invalid("bad_moment", "\"" + field + "\" must be a moment such as 2026-11-23T09:00:00Z.");
        }
    }

    static Instant past(@Nullable String text, String field, Instant now) {
        var moment = moment(text, field);
        if (moment.isBefore(now.minus(LONGEST_AGO))) {
            throw invalid("bad_moment", "\"" + field + "\" is more than a year ago. Write a later moment.");
        }
        return moment;
    }

    static Severity severity(@Nullable String text) {
        try {
            return Severity.valueOf(text == null ? "" : text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw invalid("bad_severity", "\"severity\" must be critical, high, medium or low.");
        }
    }

    /** Null leaves it to Larum. */
    static @Nullable Priority priority(@Nullable String text) {
        try {
            return text == null ? null : Priority.valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw invalid("bad_priority", "\"priority\" must be P1, P2, P3, P4 or P5, or null to leave it to Larum.");
        }
    }

    static Role role(@Nullable String text) {
        try {
            return Role.valueOf(text == null ? "" : text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw invalid("bad_role", "\"role\" must be commander, communications or scribe.");
        }
    }

    /** Several lines of plain text. */
    static String text(@Nullable String given, int longest) {
        var text = given == null ? "" : given.strip();
        if (text.isEmpty() || text.length() > longest || text.indexOf('\0') >= 0) {
            throw invalid("bad_text", "\"text\" must have 1 to %,d characters of plain text.".formatted(longest));
        }
        return text;
    }

    /** An address that everybody may be led to with one press: of the web, and with no user that hides its host. */
    static String web(@Nullable String given, String field) {
        var address = given == null ? "" : given.strip();
        try {
            var url = new URI(address);
            if (Links.isWeb(address) && url.getHost() != null && url.getRawUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // it is told below, like everything else that is no address
        }
        throw invalid(
                "bad_link",
                "\"" + field + "\" must be a web address such as https://meet.example.com/war-room, without a user.");
    }

    static List<AlertId> alerts(@Nullable List<String> texts) {
        var some = texts == null ? List.<String>of() : texts;
        if (some.isEmpty() || some.size() > MOST_ALERTS) {
            throw badAlerts();
        }
        return some.stream().distinct().map(Said::alert).toList();
    }

    private static AlertId alert(@Nullable String text) {
        var id = Asking.uuid(text);
        if (id == null) {
            throw badAlerts();
        }
        return new AlertId(id);
    }

    static Refusal badAlerts() {
        return invalid(
                "bad_alerts",
                "\"alerts\" must name 1 to 1,000 open alerts by their ids, as /api/alerts lists them. Nothing was moved.");
    }

    private static Refusal invalid(String code, String sentence) {
        return new Refusal(
                Refusal.Kind.INVALID,
                code,
                sentence.endsWith("moved.") ? sentence : sentence + " Nothing was changed.");
    }
}
