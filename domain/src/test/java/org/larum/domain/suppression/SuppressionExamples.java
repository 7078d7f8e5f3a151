package org.larum.domain.suppression;

import static org.larum.domain.alert.AlertExamples.DISK;
import static org.larum.domain.alert.AlertExamples.SLOW;

import java.util.List;
import org.larum.domain.alert.AlertExamples;
import org.larum.domain.directory.RuleExamples;
import org.larum.domain.shared.Monday;
import org.larum.domain.suppression.SuppressionCommand.SuppressAlert;
import org.larum.domain.suppression.SuppressionEvent.AlertAdmitted;
import org.larum.domain.suppression.SuppressionEvent.AlertSuppressed;
import org.larum.domain.suppression.SuppressionEvent.InhibitionBegan;
import org.larum.domain.suppression.SuppressionEvent.InhibitionEnded;
import org.larum.domain.suppression.SuppressionEvent.RuleFailed;
import org.larum.domain.suppression.SuppressionEvent.SuppressionLapsed;
import org.larum.domain.suppression.SuppressionEvent.TargetMuted;
import org.larum.domain.suppression.SuppressionEvent.TargetPassed;
import org.larum.domain.suppression.Target.Further;

/** The disk of the cart is silenced; the slow checkout is a consequence of it. */
public final class SuppressionExamples {

    public static final ScreeningId SCREENING = ScreeningId.of(DISK);
    public static final InhibitionId INHIBITION = InhibitionId.of(RuleExamples.id("inhibitions"), List.of("cart-1"));
    public static final InhibitionId OTHER = InhibitionId.of(RuleExamples.id("other"), List.of("cart-1"));

    private SuppressionExamples() {}

    public static Suppressor silence() {
        return new Suppressor(SuppressionKind.SILENCE, RuleExamples.id("silences"), "one", 2, "Cart is moved");
    }

    public static Suppressor cause() {
        return new Suppressor(
                SuppressionKind.INHIBITION, RuleExamples.id("inhibitions"), "one", 2, "A cause that mutes it is open.");
    }

    public static Pending pending() {
        return Pending.of(AlertExamples.raised());
    }

    public static Target target(Further... further) {
        return new Target(pending(), cause(), List.of(further), null, null);
    }

    public static SuppressAlert suppress() {
        return new SuppressAlert(SCREENING, pending(), silence(), null, Monday.at(60), Monday.NINE);
    }

    public static AlertSuppressed suppressed() {
        return new AlertSuppressed(SCREENING, DISK, silence(), pending(), null, Monday.at(60), Monday.NINE);
    }

    public static AlertAdmitted admitted() {
        return new AlertAdmitted(SCREENING, DISK, silence(), pending(), Monday.at(60));
    }

    public static SuppressionLapsed lapsed() {
        return new SuppressionLapsed(SCREENING, DISK, silence(), Monday.at(30));
    }

    public static InhibitionBegan began() {
        return new InhibitionBegan(INHIBITION, RuleExamples.id("inhibitions"), SLOW, Monday.NINE);
    }

    public static InhibitionEnded ended() {
        return new InhibitionEnded(INHIBITION, RuleExamples.id("inhibitions"), SLOW, 0, Monday.at(9));
    }

    public static TargetMuted muted() {
        return new TargetMuted(INHIBITION, target(), SLOW, Monday.at(1));
    }

    public static TargetPassed passed() {
        return new TargetPassed(INHIBITION, target(), Monday.at(1));
    }

    public static RuleFailed failed() {
        return new RuleFailed(RuleExamples.id("silences"), "one", 2, "no such key: region", DISK, Monday.NINE);
    }
}
