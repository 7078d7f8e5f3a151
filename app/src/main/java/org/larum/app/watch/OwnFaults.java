package org.larum.app.watch;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
import org.larum.domain.shared.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Larum's own faults go in by the same way as everybody's. Its service has no policy, so the administrators are told at once. */
public final class OwnFaults {

    private static final Logger LOG = LoggerFactory.getLogger(OwnFaults.class);
    private static final String WORD = "larum";
    private static final Sender LARUM = new Sender(IntegrationId.of(WORD), WORD, WORD, ServiceId.of(WORD));

    private final Intake intake;
    private final Time time;

    public OwnFaults(Intake intake, Time time) {
        this.intake = intake;
        this.time = time;
    }

    /**
     * A fault that goes on is one alert, however often it is told. Does not wait and does not throw.
     *
     * @param pages of the web app where something can be done about it
     */
    public void raise(String key, Severity severity, String summary, Link... pages) {
        take(Action.TRIGGER, key, severity, summary, pages);
    }

    /** It is over. Nothing happens when it had not been told. */
    public void clear(String key) {
        take(Action.RESOLVE, key, Severity.LOW, "");
    }

    private void take(Action action, String key, Severity severity, String summary, Link... pages) {
        var about = new About(null, "larum", Map.of("source", "larum"), List.of(pages));
        var detection = new Detection(key, action, severity, summary, about, null, time.now(), null);
        var raw = new RawRequest(WORD, (action + " " + key + ": " + summary).getBytes(StandardCharsets.UTF_8));
        intake.accept(LARUM, raw, List.of(detection))
                .subscribe(
                        became -> {},
                        e -> LOG.error("Larum could not tell of its own fault \"{}\": {}", summary, e.toString()));
    }
}
