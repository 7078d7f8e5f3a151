package org.larum.app.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.larum.app.api.config.Change.Kind;
import org.larum.app.problem.Problems.Mistake;
import org.larum.domain.directory.Entry;
import org.larum.domain.shared.Refusal;
import tools.jackson.databind.json.JsonMapper;

class ConfigDeskTest {

    private static final String FILE = "larum.yaml";
    private static final String TEAM = "{name: Search, members: [ada]}";

    private final InMemoryLog log = new InMemoryLog();
    private final ConfigDesk desk = log.desk();

    private ConfigDesk.Result apply(String yaml) {
        return desk.apply(yaml, FILE, false, false, InMemoryLog.WRITE);
    }

    private ConfigDesk.Result prune(String yaml) {
        return desk.apply(yaml, FILE, false, true, InMemoryLog.WRITE);
    }

    @Test
    void fileIsAppliedWhole() {
        var result = apply(ConfigExamples.FILE);

        assertThat(result.applied()).isTrue();
        assertThat(result.changes()).hasSize(10).extracting(Change::kind).containsOnly(Kind.ADDED);
        assertThat(log.inUse())
                .hasSize(10)
                .allSatisfy(version -> assertThat(version.origin()).isEqualTo(FILE));
        assertThat(log.kept).containsExactlyInAnyOrder(ConfigExamples.PASSWORD, ConfigExamples.SECRET);
    }

    @Test
    void sameFileAgainSendsNothing() {
        apply(ConfigExamples.FILE);
        log.forget();

        var again = apply(ConfigExamples.FILE);

        assertThat(again.changes()).isEmpty();
        assertThat(log.sent).isEmpty();
        assertThat(log.kept).isEmpty();
        assertThat(log.sealings).isZero();
    }

    @Test
    void gatewaysAreKeptWithoutTheirKeys() {
        var yaml = """
                channels:
                  twilio: {account: AC0123456789abcdef0123456789abcdef, token: a-token, from: "+447700900123"}
                  sms:
                    - {countries: ["+49"], http: {url: "https://sms.example.test/k3y",
                       query: {to: "{digits}", text: "{text}", key: k3y}, receipt: /id}}
                    - {twilio: true}
                  webhooks: {audit: {url: "https://a.example.test", secret: new-k3y, previousSecret: old-k3y}}
                """;
        apply(yaml);
        assertThat(log.kept).hasSize(4).contains("new-k3y", "old-k3y");
        var shown = JsonMapper.shared().writeValueAsString(desk.inUse());
        assertThat(shown).doesNotContain("k3y").contains("\"receipt\":\"/id\"", "\"previousSecret\":\"•••\"");
        assertThat(log.sent.toString()).doesNotContain("k3y");
        log.forget();
        assertThat(apply(yaml).changes()).isEmpty();
    }

    @Test
    void whatASourceAsksForIsKeptSealedAndComesBackWithoutIt() {
        var yaml = ConfigExamples.FILE.replace(
                "type: alertmanager, ",
                "type: alertmanager, acknowledge: {url: 'http://am:9093', for: 4h, user: larum, password: k3y}, ");
        apply(yaml);
        assertThat(log.kept).contains("k3y");
        assertThat(log.sent.toString()).doesNotContain("k3y");
        assertThat(JsonMapper.shared().writeValueAsString(desk.inUse()))
                .contains("{\"url\":\"http://am:9093\",\"for\":\"4h\",\"user\":\"larum\",\"password\":\"•••\"}");
        log.forget();
        assertThat(apply(yaml).changes()).isEmpty();
        assertThat(apply(yaml.replace("for: 4h", "for: 2h")).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.path()).isEqualTo("integrations.prometheus"));
    }

    @Test
    void anAccountThatIsStillAskedIsNotTakenAway() {
        var account = "{account: AC0123456789abcdef0123456789abcdef, token: a-token, from: \"+447700900123\"}";
        desk.put(Section.TWILIO, "twilio", account, InMemoryLog.WRITE);
        desk.put(Section.SMS, "sms", "[{spool: /var/spool/sms/outgoing}, {twilio: true}]", InMemoryLog.WRITE);
        assertThatThrownBy(() -> desk.delete(Section.TWILIO, "twilio", InMemoryLog.WRITE))
                .hasMessageContaining("channels.sms");
        desk.put(Section.SMS, "sms", "[{spool: /var/spool/sms/outgoing}]", InMemoryLog.WRITE);
        assertThat(desk.delete(Section.TWILIO, "twilio", InMemoryLog.WRITE).applied())
                .isTrue();
    }

    @Test
    void howPeopleAreReachedComesBackAsItWasWritten() {
        var yaml = """
                people:
                  ada:
                    name: Ada
                    phone: "+447700900123"
                    roles: [manager]
                    reach: {critical: [{sms: 0m}, {call: 2m, every: 3m}]}
                    quiet: {hours: "22:00-07:00", except: [critical]}
                policies:
                  shop:
                    steps: [{level: Engineer, notify: ["person:ada"], wait: 5m, each: 2m}]
                    when:
                      - {severity: [critical], hours: ["Mon-Fri 09:00-17:00"], timeZone: Europe/London, repeat: 2,
                         steps: [{notify: ["role:manager"], wait: 1m}]}
                """;
        apply(yaml);
        log.forget();

        assertThat(apply(JsonMapper.shared().writeValueAsString(desk.inUse())).changes())
                .isEmpty();
        assertThat(log.sent).isEmpty();
    }

    @Test
    void aStepThatWouldReachNobodyIsRefused() {
        var yaml = """
                people: {ada: {name: Ada, email: ada@example.test}, grace: {name: Grace}}
                teams: {empty: {name: Nobody, members: []}, mute: {name: Mute, members: [grace]}}
                policies:
                  shop:
                    steps: [{notify: ["team:empty"], wait: 5m}]
                    when: [{severity: critical, steps: [{notify: ["role:manager", "person:ada"], wait: 1m}]}]
                  silent: {steps: [{notify: ["person:grace", "team:mute"], wait: 5m}, {notify: ["team:mute", "person:ada"], wait: 5m}]}
                """;
        var refusal = catchThrowableOfType(ConfigMistakes.class, () -> apply(yaml));

        assertThat(refusal.mistakes())
                .extracting(Mistake::path)
                .containsExactlyInAnyOrder(
                        "policies.shop.steps[0].notify",
                        "policies.shop.when[0].steps[0].notify",
                        "policies.silent.steps[0].notify");
    }

    @Test
    void dryRunTellsAndWritesNothing() {
        var dry = desk.apply(ConfigExamples.FILE, FILE, true, false, InMemoryLog.WRITE);

        assertThat(dry.applied()).isFalse();
        assertThat(dry.dryRun()).isTrue();
        assertThat(dry.changes()).hasSize(10);
        assertThat(log.sent).isEmpty();
        assertThat(log.inUse()).isEmpty();
        assertThat(log.kept).isEmpty();
        assertThat(log.sealings).isZero();
        assertThat(log.transactions).isZero();
    }

    @Test
    void oneMistakeKeepsTheWholeFileOut() {
        var wrong = ConfigExamples.FILE.replace("service: search", "service: serach");

        assertThatThrownBy(() -> apply(wrong)).isInstanceOf(ConfigMistakes.class);

        assertThat(log.inUse()).isEmpty();
        assertThat(log.sent).isEmpty();
    }

    @Test
    void onlyTheEntryThatChangedIsDefinedAnew() {
        apply(ConfigExamples.FILE);
        log.forget();

        apply(ConfigExamples.FILE.replace("name: Ada Lovelace", "name: Ada King"));

        assertThat(log.sent).hasSize(1);
        assertThat(log.version(Section.PEOPLE, "ada").number()).isEqualTo(2);
    }

    @Test
    void whatIsAbsentStaysUntilItIsPruned() {
        apply(ConfigExamples.FILE);
        var less =
                "people: {ada: {name: Ada, email: ada@example.test}}\nteams: {payments: {name: Payments, members: [ada]}}";

        assertThat(apply(less).changes())
                .filteredOn(change -> change.kind() == Kind.ABSENT)
                .hasSize(8);
        assertThat(log.inUse()).hasSize(10);
        assertThat(prune(less).changes()).hasSize(8).extracting(Change::kind).containsOnly(Kind.REMOVED);
        assertThat(log.inUse()).hasSize(2);
        assertThat(prune(less).changes()).isEmpty();
    }

    @Test
    void whatWasPrunedComesBackWithTheFile() {
        apply(ConfigExamples.FILE);
        prune("{}");

        assertThat(apply(ConfigExamples.FILE).changes())
                .hasSize(10)
                .extracting(Change::kind)
                .containsOnly(Kind.ADDED);
        assertThat(log.inUse()).hasSize(10);
    }

    @Test
    void pruningCannotReferToWhatItRemoves() {
        apply(ConfigExamples.FILE);

        var wrong = catchThrowableOfType(
                ConfigMistakes.class, () -> prune("teams: {payments: {name: Payments, members: [ada]}}"));

        assertThat(wrong.mistakes()).extracting(Mistake::path).containsExactly("teams.payments.members[0]");
        assertThat(log.inUse()).hasSize(10);
    }

    @Test
    void pruningKeepsWhatTheApplicationStillNeeds() {
        apply("people: {ada: {name: Ada}}");
        desk.put(Section.TEAMS, "search", TEAM, InMemoryLog.WRITE);

        var wrong = catchThrowableOfType(ConfigMistakes.class, () -> prune("{}"));

        assertThat(wrong.lines()).contains("people.ada", "teams.search");
        assertThat(log.inUse()).hasSize(2);
    }

    @Test
    void whoeverWasInvitedIsNeverPruned() {
        desk.put(Section.PEOPLE, "linus", "{name: Linus}", InMemoryLog.WRITE);

        assertThat(prune("{}").changes()).isEmpty();
        assertThat(log.inUse()).hasSize(1);
    }

    @Test
    void keyOfAnotherIntegrationIsRefused() {
        apply(ConfigExamples.FILE);
        var other = "integrations: {shop: {type: native, service: search, key: \"%s\"}}".formatted(ConfigExamples.KEY);

        var wrong = catchThrowableOfType(ConfigMistakes.class, () -> apply(other));

        assertThat(wrong.mistakes()).extracting(Mistake::path).containsExactly("integrations.shop.key");
        assertThat(wrong.lines()).doesNotContain(ConfigExamples.KEY);
    }

    @Test
    void keyMayMoveFromOneIntegrationToAnother() {
        apply(ConfigExamples.FILE);

        assertThat(prune(ConfigExamples.FILE.replace("  prometheus:", "  alertmanager:"))
                        .changes())
                .extracting(Change::path)
                .containsExactlyInAnyOrder("integrations.alertmanager", "integrations.prometheus");
    }

    @Test
    void newerFileTakesOver() {
        apply(ConfigExamples.FILE);

        var taken = desk.apply(ConfigExamples.FILE, "other.yaml", false, false, InMemoryLog.WRITE);

        assertThat(taken.changes())
                .hasSize(10)
                .allSatisfy(change -> assertThat(change.fields()).containsExactly("origin"));
        assertThat(log.inUse())
                .allSatisfy(version -> assertThat(version.origin()).isEqualTo("other.yaml"));
    }

    @Test
    void fileCannotPassForTheApplication() {
        assertThatThrownBy(() -> desk.apply("{}", Entry.API, false, false, InMemoryLog.WRITE))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("bad_file_name"));
    }

    @Test
    void entryOfTheApplicationIsDefinedAndRetired() {
        apply("people: {ada: {name: Ada}}");

        assertThat(desk.put(Section.TEAMS, "search", TEAM, InMemoryLog.WRITE).changes())
                .extracting(Change::path)
                .containsExactly("teams.search");
        assertThat(log.version(Section.TEAMS, "search").origin()).isEqualTo(Entry.API);
        assertThat(desk.put(Section.TEAMS, "search", TEAM, InMemoryLog.WRITE).changes())
                .isEmpty();
        assertThat(desk.delete(Section.TEAMS, "search", InMemoryLog.WRITE).changes())
                .containsExactly(new Change(Kind.REMOVED, "teams.search", "search", List.of()));
        assertThat(log.inUse()).hasSize(1);
    }

    @Test
    void entryOfFileIsRefusedToTheApplication() {
        apply(ConfigExamples.FILE);
        log.forget();

        for (Runnable change : List.<Runnable>of(
                () -> desk.put(Section.TEAMS, "payments", "{name: Other}", InMemoryLog.WRITE),
                () -> desk.put(Section.EMAIL, "email", "{host: a, from: a@b}", InMemoryLog.WRITE),
                () -> desk.delete(Section.INTEGRATIONS, "pager", InMemoryLog.WRITE),
                () -> desk.delete(Section.PEOPLE, "ada", InMemoryLog.WRITE))) {
            assertThatThrownBy(change::run)
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.code()).isEqualTo("owned_by_file"));
        }
        assertThat(log.inUse())
                .allSatisfy(version -> assertThat(version.number()).isEqualTo(1));
    }

    @Test
    void entryThatOthersNameIsNotRetired() {
        desk.put(Section.PEOPLE, "ada", "{name: Ada}", InMemoryLog.WRITE);
        desk.put(Section.TEAMS, "search", TEAM, InMemoryLog.WRITE);

        assertThatThrownBy(() -> desk.delete(Section.PEOPLE, "ada", InMemoryLog.WRITE))
                .isInstanceOfSatisfying(Refusal.class, no -> {
                    assertThat(no.code()).isEqualTo("still_needed");
                    assertThat(no.sentence()).contains("teams.search");
                });
        assertThat(log.inUse()).hasSize(2);
    }

    @Test
    void unknownEntryIsNotRetired() {
        assertThatThrownBy(() -> desk.delete(Section.WEBHOOKS, "audit", InMemoryLog.WRITE))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("no_such_entry"));
    }

    @Test
    void mistakesOfOneEntryHaveTheirPathInTheFile() {
        var wrong = catchThrowableOfType(
                ConfigMistakes.class, () -> desk.put(Section.WEBHOOKS, "audit", "{url: x}", InMemoryLog.WRITE));

        assertThat(wrong.mistakes())
                .extracting(Mistake::path)
                .containsExactlyInAnyOrder("channels.webhooks.audit.url", "channels.webhooks.audit.secret");
    }

    @Test
    void whatIsInUseHasTheShapeOfTheFileWithoutItsSecrets() {
        apply(ConfigExamples.FILE);

        var shown = desk.inUse();

        assertThat(shown.toString())
                .contains("Ada Lovelace", "ada@example.test", "person:grace", "1h30m", ConfigView.HIDDEN)
                .doesNotContain(ConfigExamples.SECRETS)
                .doesNotContain("#");
        assertThat(shown.keySet())
                .containsExactly("people", "teams", "services", "schedules", "policies", "integrations", "channels");
    }

    @Test
    void whatIsShownCanBeAppliedOnceItsSecretsAreFilledIn() {
        apply(ConfigExamples.FILE);
        var shown = JsonMapper.shared().writeValueAsString(desk.inUse());

        var wrong = catchThrowableOfType(ConfigMistakes.class, () -> apply(shown));

        assertThat(wrong.mistakes())
                .extracting(Mistake::path)
                .containsExactlyInAnyOrder(
                        "integrations.pager.key",
                        "integrations.prometheus.key",
                        "channels.email.password",
                        "channels.webhooks.audit.secret");
        var filled = shown;
        // In the order of the JSON: integrations and then channels, each by word.
        for (var secret :
                List.of(ConfigExamples.OTHER_KEY, ConfigExamples.KEY, ConfigExamples.PASSWORD, ConfigExamples.SECRET)) {
            filled = filled.replaceFirst(ConfigView.HIDDEN, secret);
        }
        assertThat(apply(filled).changes()).isEmpty();
    }

    @Test
    void noSecretIsInAnyEventOrResult() {
        var result = apply(ConfigExamples.FILE);

        assertThat(result.toString()).doesNotContain(ConfigExamples.SECRETS);
        assertThat(log.sent.toString()).doesNotContain(ConfigExamples.SECRETS).doesNotContain("Ada", "ada@example");
        assertThat(log.inUse().toString())
                .doesNotContain(ConfigExamples.SECRETS)
                .doesNotContain("Ada", "ada@example");
    }

    @Test
    void servicesThatNeedEachOtherInACircleAreRefused() {
        var wrong = catchThrowableOfType(ConfigMistakes.class, () -> apply("""
                services:
                  a: {name: A, dependsOn: [b]}
                  b: {name: B, dependsOn: [c]}
                  c: {name: C, dependsOn: [a]}
                """));
        assertThat(wrong.mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).contains("in a circle", "Take one of these"));
    }

    @Test
    void rulesAreShownAsTheyAreWritten() {
        var rules = """
                services: {db: {name: Database, tier: 1, users: 7, process: Orders}, shop: {name: Shop, dependsOn: [db]}}
                maintenance: {m: {services: [db], from: 2030-01-01T02:00, until: 2030-01-01T04:00, repeat: weekly,
                  timeZone: Europe/London, reason: R}}
                silences: {s: {when: 'tier == 1', until: 2030-01-01T00:00, reason: R, order: 3}}
                knownIssues: {k: {when: 'tier == 1', reason: R, ticket: T}}
                inhibitions: {i: {source: 'tier == 1', target: 'tier == 2', equal: [service]}}
                flapping: {f: {when: 'true', changes: 3, within: 5m}}
                thresholds: {t: {when: 'true', count: 3, within: 5m}}
                holds: {h: {when: 'true', wait: 2m}}
                correlation: {c: {when: 'true', by: [service], window: 5m}}
                """;
        apply(rules);
        var shown = new org.yaml.snakeyaml.Yaml().dump(desk.inUse());
        assertThat(apply(shown).changes()).isEmpty();
        assertThat(apply(rules.replace("count: 3", "count: 4")).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.fields()).containsExactly("count"));
    }

    @Test
    void aDraftOfAScheduleIsReadAsItWouldBeSavedAndWritesNothing() {
        apply("people: {ada: {name: Ada}, grace: {name: Grace}}");
        log.forget();
        var fields = Map.<String, Object>of(
                "name",
                "Nights",
                "timeZone",
                "Europe/Berlin",
                "layers",
                List.of(Map.of(
                        "name",
                        "primary",
                        "people",
                        List.of("ada", List.of("grace", "ada")),
                        "rotation",
                        "2d",
                        "handover",
                        "20:00",
                        "from",
                        "2026-01-05T00:00")));

        var draft = desk.draft("nights", fields);

        assertThat(desk.schedule(draft)).isEqualTo(fields);
        assertThat(log.sent).isEmpty();
        assertThat(log.inUse()).hasSize(2);
    }

    @Test
    void aDraftThatCouldNotBeSavedSaysWhatToWriteAtItsPlace() {
        var wrong = catchThrowableOfType(
                ConfigMistakes.class,
                () -> desk.draft(
                        "nights",
                        Map.of(
                                "layers",
                                List.of(Map.of(
                                        "name",
                                        "primary",
                                        "people",
                                        List.of("ada"),
                                        "rotation",
                                        "weekly",
                                        "from",
                                        "soon")))));
        assertThat(wrong.mistakes())
                .extracting(Mistake::path)
                .containsExactlyInAnyOrder("schedules.nights.layers[0].from", "schedules.nights.layers[0].people[0]");
        assertThat(catchThrowableOfType(ConfigMistakes.class, () -> desk.draft("No word", Map.of()))
                        .mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.path()).isEqualTo("schedules.No word"));
    }
}
