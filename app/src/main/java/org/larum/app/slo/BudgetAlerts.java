package org.larum.app.slo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.larum.app.intake.Detection;
import org.larum.app.intake.Detection.About;
import org.larum.app.intake.Detection.Action;
import org.larum.app.intake.Intake;
import org.larum.app.intake.RawRequest;
import org.larum.app.intake.Sender;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.shared.Link;
import org.larum.domain.shared.Severity;
import org.larum.projections.slo.AlarmView;

/**
 * A budget that burns goes in by the same way as everybody's faults: folded, correlated, escalated. Each alarm of a budget is one
 * alert, however often it is told, and ends by itself.
 */
final class BudgetAlerts {

    private static final String WORD = "slo";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Intake intake;
    private final String house;

    /** @param house the public address of Larum */
    BudgetAlerts(Intake intake, String house) {
        this.intake = intake;
        this.house = house;
    }

    /** Waits until it is kept. Throws when it is not: then it is sent again. */
    void send(AlarmView alarm) {
        var action = alarm.sounds() ? Action.TRIGGER : Action.RESOLVE;
        var severity = alarm.sounds() ? alarm.alarm().severity() : Severity.LOW;
        var summary = alarm.sounds() ? summary(alarm) : "";
        var key = key(alarm);
        var word = alarm.alarm().name().toLowerCase(Locale.ROOT);
        var about = new About(
                null,
                null,
                Map.of("slo", alarm.word(), "alarm", word),
                List.of(new Link(house + "/slos/" + alarm.word(), "Budget of " + alarm.word())));
        var detection = new Detection(key, action, severity, summary, about, null, alarm.at(), null);
        var raw = new RawRequest(WORD, (action + " " + key + ": " + summary).getBytes(StandardCharsets.UTF_8));
        var sender = new Sender(IntegrationId.BUDGETS, WORD, WORD, new ServiceId(alarm.service()));
        intake.accept(sender, raw, List.of(detection)).block(PATIENCE);
    }

    /** Stable for an SLO and an alarm, whatever happens to it. */
    static String key(AlarmView alarm) {
        return "slo/" + alarm.word() + "/" + alarm.alarm().name().toLowerCase(Locale.ROOT);
    }

    static String summary(AlarmView alarm) {
        var asks = alarm.asks();
        return switch (alarm.alarm()) {
            case FAST, SLOW, CREEPING ->
                "The error budget of " + alarm.word() + " burns " + rate(alarm.burn()) + " times too fast over "
                        + stretch(alarm.alarm().stretch()) + ". " + (asks == null ? left(alarm.left()) : asks);
            case LOW -> asks == null ? "Little of the error budget of " + alarm.word() + " is left." : asks;
        };
    }

    private static String rate(@Nullable Double burn) {
        return burn == null ? "some" : String.format(Locale.ROOT, burn < 10 ? "%.1f" : "%.0f", burn);
    }

    private static String left(@Nullable Double left) {
        return left == null ? "" : (long) Math.floor(100 * left) + " % of it is left.";
    }

    private static String stretch(Duration stretch) {
        return stretch.toDays() > 0
                ? stretch.toDays() + " days"
                : stretch.toHours() == 1 ? "an hour" : stretch.toHours() + " hours";
    }
}
