package org.larum.domain.suppression;

import java.util.List;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;
import org.larum.domain.suppression.SuppressionCommand.ScreenTarget;
import org.larum.domain.suppression.SuppressionCommand.SuppressAlert;
import org.larum.domain.suppression.SuppressionEvent.TargetMuted;
import org.larum.domain.suppression.SuppressionEvent.TargetPassed;

/** A consequence whose cause is open is held back; one whose cause is not is asked about the next. */
public final class WhenAlertScreenedThenGoOn implements Reaction<SuppressionEvent, Object> {

    @Override
    public Class<SuppressionEvent> hears() {
        return SuppressionEvent.class;
    }

    @Override
    public List<Command> on(SuppressionEvent event, Object nothing) {
        return switch (event) {
            case TargetMuted e -> {
                var target = e.target();
                yield List.of(new SuppressAlert(
                        ScreeningId.of(target.pending().joining().alert()),
                        target.pending(),
                        target.by(),
                        e.inhibition(),
                        null,
                        e.at()));
            }
            case TargetPassed e -> passed(e);
            default -> List.of();
        };
    }

    private static List<Command> passed(TargetPassed e) {
        var target = e.target();
        if (!target.further().isEmpty()) {
            var next = target.further().getFirst();
            var rest = target.further().subList(1, target.further().size());
            return List.of(new ScreenTarget(
                    next.inhibition(),
                    new Target(target.pending(), next.by(), List.copyOf(rest), target.otherwise(), target.until()),
                    e.at()));
        }
        // Nothing holds it back: correlation hears of that itself.
        return target.otherwise() == null
                ? List.of()
                : List.of(new SuppressAlert(
                        ScreeningId.of(target.pending().joining().alert()),
                        target.pending(),
                        target.otherwise(),
                        null,
                        target.until(),
                        e.at()));
    }
}
