package org.larum.app.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.larum.domain.directory.Definition.Worth;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Rule;
import org.larum.domain.directory.Rule.Repeat;
import org.larum.domain.directory.Rule.Span;
import org.larum.domain.directory.Rule.Window;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.shared.Link;

class RuleReaderTest {

    private static final String SHOP = """
            people: {ada: {name: Ada}}
            services:
              checkout: {name: Checkout, dependsOn: [payments-db], tier: 1, users: 50000, revenuePerMinute: 1200,
                process: "Order to cash", links: {Dashboard: "https://example.test/d"}}
              payments-db: {name: Payments database}
            """;

    private static Organisation read(String rules) {
        return ConfigReader.read(SHOP + rules, Known.NOTHING);
    }

    @Test
    void everyKindIsReadWhole() {
        var rules = read("""
                maintenance:
                  db-upgrade: {services: [payments-db], from: 2026-03-29T02:30, until: "2026-03-29 04:00:00", repeat: weekly,
                    timeZone: Europe/Berlin, reason: Upgrade}
                silences:
                  eu: {when: 'labels.region == "eu"', from: 2026-03-29T01:00:00+02:00, until: 2026-03-30T00:00Z, reason: Move,
                    creator: ada, order: 5}
                knownIssues: {disk: {when: 'labels.host == "a"', reason: On order, ticket: OPS-7,
                  incident: d4a1e3b2-5e49-5b0c-9d3f-000000000002}}
                inhibitions: {down: {source: 'severity == "critical"', target: 'severity == "low"', equal: [labels.region, service]}}
                flapping: {door: {when: 'true', changes: 4, within: 10m}}
                thresholds: {thrice: {when: 'true', count: 3, within: 5m}}
                holds: {wait: {when: 'true', wait: 90s}}
                correlation: {cluster: {when: 'has(labels.cluster)', by: [labels.cluster], window: 10m}}
                """).rules();
        assertThat(rules)
                .containsExactly(
                        new Rule.Maintenance(
                                Section.MAINTENANCE.rule("db-upgrade"),
                                "db-upgrade",
                                100,
                                List.of(ServiceId.of("payments-db")),
                                null,
                                new Window(
                                        // On this night the clocks of Berlin go from two to three.
                                        Instant.parse("2026-03-29T01:30:00Z"),
                                        Instant.parse("2026-03-29T02:00:00Z"),
                                        Repeat.WEEKLY,
                                        "Europe/Berlin"),
                                "Upgrade"),
                        new Rule.Silence(
                                Section.SILENCES.rule("eu"),
                                "eu",
                                5,
                                "labels.region == \"eu\"",
                                new Span(Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-30T00:00:00Z")),
                                "Move",
                                PersonId.of("ada")),
                        new Rule.KnownIssue(
                                Section.KNOWN_ISSUES.rule("disk"),
                                "disk",
                                100,
                                "labels.host == \"a\"",
                                new Span(null, null),
                                "On order",
                                "OPS-7",
                                UUID.fromString("d4a1e3b2-5e49-5b0c-9d3f-000000000002")),
                        new Rule.Inhibition(
                                Section.INHIBITIONS.rule("down"),
                                "down",
                                100,
                                "severity == \"critical\"",
                                "severity == \"low\"",
                                List.of("labels.region", "service")),
                        new Rule.Flapping(
                                Section.FLAPPING.rule("door"), "door", 100, "true", 4, Duration.ofMinutes(10)),
                        new Rule.Threshold(
                                Section.THRESHOLDS.rule("thrice"), "thrice", 100, "true", 3, Duration.ofMinutes(5)),
                        new Rule.Hold(Section.HOLDS.rule("wait"), "wait", 100, "true", Duration.ofSeconds(90)),
                        new Rule.Correlation(
                                Section.CORRELATION.rule("cluster"),
                                "cluster",
                                100,
                                "has(labels.cluster)",
                                List.of("labels.cluster"),
                                Duration.ofMinutes(10)));
    }

    @Test
    void aServiceSaysWhatItNeedsAndWhatItIsWorth() {
        var checkout = Objects.requireNonNull(read("").services().get("checkout"));
        assertThat(checkout.dependsOn()).containsExactly("payments-db");
        assertThat(checkout.worth())
                .isEqualTo(new Worth(
                        1, 50_000L, 1200.0, "Order to cash", List.of(new Link("https://example.test/d", "Dashboard"))));
        assertThat(read("").services().get("payments-db"))
                .extracting(Organisation.Service::worth)
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "silences: {a: {when: 'true', until: 2030-01-01T00:00, reason: R}} | silences.a.when | every alert there is",
                "silences: {a: {when: 'severity = 1', until: 2030-01-01T00:00, reason: R}} | silences.a.when | not a condition",
                "silences: {a: {when: 'tier == 1', reason: R}} | silences.a.until | missing",
                "silences: {a: {when: 'tier == 1', until: soon, reason: R}} | silences.a.until | not a time",
                "silences: {a: {when: 'tier == 1', until: 2030-01-01T00:00}} | silences.a.reason | missing",
                "silences: {a: {when: 'tier == 1', from: 2030-01-02T00:00, until: 2030-01-01T00:00, reason: R}} | silences.a.until | ends before it begins",
                "silences: {a: {when: 'tier == 1', until: 2030-01-01T00:00, reason: R, creator: bob}} | silences.a.creator | no person",
                "maintenance: {a: {from: 2030-01-01T00:00, until: 2030-01-01T01:00, reason: R}} | maintenance.a.services | condition",
                "maintenance: {a: {services: [nope], from: 2030-01-01T00:00, until: 2030-01-01T01:00, reason: R}} | maintenance.a.services[0] | no service",
                "maintenance: {a: {services: [checkout], from: 2030-01-01T02:00, until: 2030-01-01T01:00, reason: R}} | maintenance.a.until | ends before",
                "maintenance: {a: {services: [checkout], from: 2030-01-01T00:00, until: 2030-01-01T01:00, reason: R, timeZone: Europe/Lodnon}} | maintenance.a.timeZone | Europe/London",
                "maintenance: {a: {services: [checkout], from: 2030-01-01T00:00, until: 2030-01-01T01:00, reason: R, repeat: yearly}} | maintenance.a.repeat | monthly",
                "maintenance: {a: {services: [checkout], from: 2030-01-01T00:00, until: 2030-01-02T00:00, reason: R, repeat: daily}} | maintenance.a.repeat | before this one is over",
                "maintenance: {a: {services: [checkout], from: 2030-01-01T00:00, until: 2030-01-19T00:00, reason: R, repeat: weekly}} | maintenance.a.repeat | before this one is over",
                "maintenance: {a: {services: [checkout], from: 2030-01-01T00:00, until: 2030-01-29T00:00, reason: R, repeat: monthly}} | maintenance.a.repeat | before this one is over",
                "inhibitions: {a: {source: 'true', target: 'true'}} | inhibitions.a.target | mute every alert",
                "inhibitions: {a: {source: 'true', target: 'true', equal: [regoin]}} | inhibitions.a.equal[0] | no fact",
                "flapping: {a: {when: 'true', changes: 99, within: 5m}} | flapping.a.changes | 1 to 20",
                "thresholds: {a: {when: 'true', count: 3, within: never}} | thresholds.a.within | length of time",
                "holds: {a: {when: 'true'}} | holds.a.wait | missing",
                "correlation: {a: {when: 'labels.x', by: []}} | correlation.a.when | not a condition",
            })
    void whatIsWrongIsToldAtItsPlace(String yaml, String path, String words) {
        assertThatExceptionOfType(ConfigMistakes.class)
                .isThrownBy(() -> read(yaml))
                .satisfies(e -> assertThat(e.mistakes()).anySatisfy(mistake -> {
                    assertThat(mistake.path()).isEqualTo(path);
                    assertThat(mistake.message()).contains(words);
                }));
    }

    @Test
    void whoeverMeansEverythingSaysSo() {
        var rules = read("silences: {a: {when: 'true', everything: true, until: 2030-01-01T00:00, reason: Drill}}")
                .rules();
        assertThat(rules).hasSize(1);
    }

    @Test
    void aServiceCannotNeedWhatIsNotThereOrBeWorthNothingSensible() {
        assertThatExceptionOfType(ConfigMistakes.class)
                .isThrownBy(() -> ConfigReader.read("""
                        services:
                          a: {name: A, dependsOn: [b, nope, nope, 4], tier: 9, users: -1, revenuePerMinute: much,
                            links: {X: nowhere}}
                          b: {name: B}
                        """, Known.NOTHING))
                .satisfies(e -> assertThat(e.mistakes())
                        .extracting(mistake -> mistake.path())
                        .contains(
                                "services.a.dependsOn[1]",
                                "services.a.dependsOn[2]",
                                "services.a.dependsOn[3]",
                                "services.a.tier",
                                "services.a.users",
                                "services.a.revenuePerMinute",
                                "services.a.links.X"));
    }
}
