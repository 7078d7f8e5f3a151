package org.larum.domain.improvement;

import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_GRACE;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;

import java.time.Instant;
import org.larum.domain.improvement.ImprovementEvent.CriterionFailed;
import org.larum.domain.improvement.ImprovementEvent.CriterionMet;
import org.larum.domain.improvement.ImprovementEvent.CriterionSet;
import org.larum.domain.improvement.ImprovementEvent.ImprovementDropped;
import org.larum.domain.improvement.ImprovementEvent.ImprovementPlanned;
import org.larum.domain.improvement.ImprovementEvent.ImprovementProposed;
import org.larum.domain.improvement.ImprovementEvent.ImprovementReopened;
import org.larum.domain.improvement.ImprovementEvent.ImprovementWeighed;
import org.larum.domain.improvement.ImprovementEvent.PhaseBegun;
import org.larum.domain.improvement.ImprovementEvent.RollbackNoted;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Monday;

/** A rule about disks wakes Ada for nothing; it is to wake her less. */
public final class ImprovementExamples {

    private static final int DAY = 24 * 60;

    /** The round of that Monday. */
    public static final int ROUND = 24;

    private ImprovementExamples() {}

    public static Evidence noise(Instant since) {
        return new Evidence(
                EvidenceKind.NOISY_RULE,
                "prometheus/DiskFull",
                CHECKOUT,
                "Delete or mend the rule DiskFull of Prometheus",
                "95 % of 20 incidents led to nothing.",
                95.0,
                since);
    }

    public static final ImprovementId NOISE = ImprovementId.of(noise(Monday.NINE));

    /** So many days after that Monday. */
    public static Instant day(int day) {
        return Monday.at(day * DAY);
    }

    public static Priority priority() {
        return new Priority(4, 5, 2, 1);
    }

    public static Criterion criterion() {
        return new Criterion(Measure.NIGHTS_A_WEEK, Direction.AT_MOST, 1, CHECKOUT, null);
    }

    public static ImprovementProposed proposed() {
        return new ImprovementProposed(NOISE, noise(day(-30)), Actor.LARUM, Monday.NINE);
    }

    public static ImprovementWeighed weighed() {
        return new ImprovementWeighed(NOISE, priority(), BY_ADA, Monday.at(5));
    }

    public static ImprovementPlanned planned() {
        return new ImprovementPlanned(NOISE, ROUND, BY_ADA, Monday.at(6));
    }

    public static CriterionSet criterionSet() {
        return new CriterionSet(NOISE, criterion(), BY_ADA, Monday.at(7));
    }

    public static PhaseBegun begun(Phase phase, int day) {
        return new PhaseBegun(NOISE, phase, BY_ADA, day(day));
    }

    public static CriterionMet met() {
        return new CriterionMet(NOISE, criterion(), 0.5, Actor.LARUM, day(10));
    }

    public static CriterionFailed failed() {
        return new CriterionFailed(NOISE, criterion(), 3.5, Actor.LARUM, day(10));
    }

    public static RollbackNoted rollbackNoted() {
        return new RollbackNoted(NOISE, "The old threshold is back", BY_GRACE, day(11));
    }

    public static ImprovementDropped dropped() {
        return new ImprovementDropped(NOISE, "The machine is switched off next week", BY_GRACE, Monday.at(30));
    }

    public static ImprovementReopened reopened() {
        var again = noise(day(10));
        return new ImprovementReopened(NOISE, 1, again, again.sentence(), Actor.LARUM, day(20));
    }
}
