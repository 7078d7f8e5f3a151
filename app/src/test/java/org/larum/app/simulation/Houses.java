package org.larum.app.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.larum.app.api.config.OrganisationFile;
import org.larum.app.intake.Detection;
import org.larum.app.intake.Detection.About;
import org.larum.app.intake.Detection.Action;
import org.larum.app.intake.Sender;
import org.larum.app.suppression.CelConditions;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Severity;

/** Organisations to think through, and what is detected in them. */
final class Houses {

    static final String SHOP = """
            people:
              ada: {name: Ada Lovelace, email: ada@example.test, timeZone: Europe/London, administrator: true}
              grace: {name: Grace Hopper, email: grace@example.test}
              mute: {name: Nobody Reaches Me, phone: "+44 7700 900123"}
            teams:
              payments: {name: Payments, members: [ada, grace]}
            services:
              checkout: {name: Checkout, team: payments, criticality: high, policy: oncall}
              search: {name: Search, policy: rota}
              dark: {name: Dark, policy: mute}
              orphan: {name: Orphan}
            schedules:
              night:
                timeZone: Europe/London
                layers:
                  - {name: primary, people: [ada, grace], rotation: daily, handover: "01:30", from: 2026-03-27}
              office:
                timeZone: Europe/London
                layers:
                  - {name: day, people: [ada], rotation: weekly, handover: "Mon 09:00", from: 2026-01-05, only: ["Mon-Fri 09:00-17:00"]}
            policies:
              oncall:
                repeat: 1
                steps:
                  - {notify: ["person:ada"], wait: 5m}
                  - {notify: ["team:payments", "webhook:audit"], wait: 10m}
              rota:
                steps:
                  - {notify: ["schedule:night"], wait: 5m}
              mute:
                steps:
                  - {notify: ["person:mute"], wait: 5m}
            integrations:
              monitor: {type: native, key: "key-of-the-monitor-0123456789abcdef0123", service: checkout}
            channels:
              email: {host: 127.0.0.1, port: 2525, from: larum@example.test, encryption: none}
              webhooks:
                audit: {url: "http://127.0.0.1:9000/hook", secret: "the-secret-of-the-webhook"}
            """;

    static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

    private Houses() {}

    static Directory shop() {
        return OrganisationFile.read(SHOP).organisation();
    }

    static Simulation simulation(String yaml) {
        return new Simulation(OrganisationFile.read(yaml).organisation(), new CelConditions());
    }

    static Scenario critical(String service, Assumptions assumptions) {
        var id = ServiceId.of(service);
        return new Scenario(
                new Sender(IntegrationId.of("monitor"), "monitor", "native", id),
                at -> new Detection(
                        "db-down",
                        Action.TRIGGER,
                        Severity.CRITICAL,
                        "The database is down",
                        About.NOTHING,
                        null,
                        at,
                        null),
                assumptions,
                Duration.ofHours(24));
    }

    static Assumptions answers(String person, Duration after) {
        return new Assumptions(Map.of(PersonId.of(person), after), Set.of());
    }

    static Assumptions down(ChannelKind kind) {
        return new Assumptions(Map.of(), Set.of(kind));
    }
}
