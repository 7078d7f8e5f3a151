package org.larum.domain.suppression;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertId;
import org.larum.domain.directory.RuleId;
import org.larum.domain.suppression.SuppressionCommand.ReportFailure;
import org.larum.domain.suppression.Target.Further;

/**
 * What the rules say about one alert. {@code by}: what holds it back, until {@code until}; null when nothing does but perhaps one
 * of {@code targets}, whose cause may be open. {@code sources}: what it mutes itself while it is open. {@code failures}: rules that
 * could not be asked, and hold nothing back.
 */
public record Verdict(
        @Nullable Suppressor by,
        @Nullable Instant until,
        List<Further> targets,
        List<Muting> sources,
        List<Failure> failures) {

    /** It mutes what matches this rule and carries equal values. */
    public record Muting(InhibitionId inhibition, RuleId rule) {}

    /** A rule that could not be asked. */
    public record Failure(RuleId rule, String word, int version, String why) {

        public ReportFailure report(AlertId alert, Instant at) {
            return ReportFailure.of(rule, word, version, why, alert, at);
        }
    }
}
