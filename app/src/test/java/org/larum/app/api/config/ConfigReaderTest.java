package org.larum.app.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.larum.app.api.config.Organisation.HttpGateway;
import org.larum.app.api.config.Organisation.Integration;
import org.larum.app.api.config.Organisation.MailServer;
import org.larum.app.api.config.Organisation.Person;
import org.larum.app.api.config.Organisation.Service;
import org.larum.app.api.config.Organisation.SmsGateway;
import org.larum.app.api.config.Organisation.Team;
import org.larum.app.api.config.Organisation.Webhook;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.Calendar;
import org.larum.domain.directory.Definition.Executives;
import org.larum.domain.directory.Definition.Limits;
import org.larum.domain.directory.Definition.MajorRule;
import org.larum.domain.directory.Definition.Policy;
import org.larum.domain.directory.Definition.SlaRule;
import org.larum.domain.directory.Definition.Step;
import org.larum.domain.directory.Definition.Target;
import org.larum.domain.directory.Definition.TargetKind;
import org.larum.domain.directory.MajorRuleId;
import org.larum.domain.directory.MessageLimit;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.PolicyId;
import org.larum.domain.directory.Promise;
import org.larum.domain.directory.Promise.Goal;
import org.larum.domain.directory.Schedule.Hours;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.directory.Slo;
import org.larum.domain.directory.SloId;
import org.larum.domain.directory.TeamId;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Severity;
import org.larum.notifiers.channel.Secret;

class ConfigReaderTest {

    private static final Organisation GOLDEN = new Organisation(
            Map.of(
                    "ada", new Person("Ada Lovelace", "ada@example.test", "Europe/London", true, null, null, null),
                    "grace", new Person("Grace Hopper", null, "UTC", false, null, null, null)),
            Map.of("payments", new Team("Payments", List.of("ada", "grace"))),
            Map.of(
                    "checkout",
                            new Service(
                                    "Checkout",
                                    "payments",
                                    "high",
                                    "payments-oncall",
                                    "https://wiki.example.test/checkout?page=1",
                                    null,
                                    List.of()),
                    "search", new Service("Search", null, "medium", null, null, null, List.of())),
            List.of(),
            List.of(new Policy(
                    PolicyId.of("payments-oncall"),
                    "payments-oncall",
                    2,
                    List.of(
                            new Step(
                                    List.of(new Target(
                                            TargetKind.PERSON,
                                            PersonId.of("ada").value(),
                                            "ada")),
                                    Duration.ofMinutes(5)),
                            new Step(
                                    List.of(
                                            new Target(
                                                    TargetKind.PERSON,
                                                    PersonId.of("grace").value(),
                                                    "grace"),
                                            new Target(
                                                    TargetKind.WEBHOOK,
                                                    Section.webhook("audit").value(),
                                                    "audit")),
                                    Duration.ofMinutes(90))))),
            Map.of(
                    "prometheus", new Integration("alertmanager", new Secret(ConfigExamples.KEY), "checkout", null),
                    "pager", new Integration("pagerduty", new Secret(ConfigExamples.OTHER_KEY), "search", null)),
            new MailServer(
                    "127.0.0.1",
                    2525,
                    "larum@example.test",
                    "larum",
                    new Secret(ConfigExamples.PASSWORD),
                    "none",
                    null),
            Map.of("audit", new Webhook(URI.create("http://127.0.0.1:9000/hook"), new Secret(ConfigExamples.SECRET))),
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            null,
            List.of(),
            List.of(),
            List.of());

    @Test
    void rightFileIsReadWhole() {
        assertThat(ConfigExamples.organisation()).isEqualTo(GOLDEN);
    }

    @Test
    void entriesKeepTheOrderOfTheFile() {
        assertThat(ConfigExamples.organisation().services().keySet()).containsExactly("checkout", "search");
    }

    @Test
    void jsonIsReadLikeYaml() {
        var json = "{\"people\": {\"ada\": {\"name\": \"Ada Lovelace\", \"administrator\": true}}}";

        assertThat(ConfigReader.read(json, Known.NOTHING).people())
                .isEqualTo(Map.of("ada", new Person("Ada Lovelace", null, "UTC", true, null, null, null)));
    }

    @Test
    void mailServerHasHarmlessDefaults() {
        var file = "channels: {email: {host: smtp.example.test, from: larum@example.test}}";

        assertThat(ConfigReader.read(file, Known.NOTHING).email())
                .isEqualTo(new MailServer("smtp.example.test", 25, "larum@example.test", null, null, "auto", null));
    }

    @Test
    void mailsAreAnsweredAtAnAddressThatHasRoomForAToken() {
        var file =
                "channels: {email: {host: smtp.example.test, from: larum@example.test, replies: {to: reply@in.example.test,"
                        + " key: " + ConfigExamples.KEY + "}}}";
        var email = ConfigReader.read(file, Known.NOTHING).email();
        assertThat(email == null ? null : email.replies())
                .isEqualTo(new Organisation.Replies("reply@in.example.test", new Secret(ConfigExamples.KEY)));
        assertThat(mistake(file.replace("reply@", "a-long-name-of-ours@"))).contains("at most 11 letters");
        assertThat(mistake(file.replace("reply@", "reply+x@"))).contains("without a plus");
        assertThat(mistake(file.replace("to: reply@in.example.test", "to: nobody")))
                .contains("not an e-mail address");
        assertThat(mistake(file.replace(ConfigExamples.KEY, "short"))).contains("too short");
    }

    @Test
    void anAccountWithTwilioIsRead() {
        var file =
                "channels: {twilio: {account: AC0123456789abcdef0123456789abcdef, token: a-token, from: '+44 7700 900123'}}";
        assertThat(ConfigReader.read(file, Known.NOTHING).twilio())
                .isEqualTo(new Organisation.TwilioAccount(
                        "AC0123456789abcdef0123456789abcdef", new Secret("a-token"), "+447700900123", null, null));
        assertThat(mistake(file.replace("AC01", "SK01"))).contains("account SID");
        assertThat(mistake(file.replace("+44", "44"))).contains("telephone number");
    }

    @Test
    void anAppInSlackIsRead() {
        var secret = "0123456789abcdef0123456789abcdef";
        var file =
                "channels: {slack: {token: xoxb-1-2-a, signingSecret: '%s', channel: C0123456789}}".formatted(secret);
        assertThat(ConfigReader.read(file, Known.NOTHING).slack())
                .isEqualTo(
                        new Organisation.SlackApp(new Secret("xoxb-1-2-a"), new Secret(secret), "C0123456789", null));
        assertThat(mistake(file.replace("xoxb", "xapp"))).contains("bot token");
        assertThat(mistake(file.replace("cdef'", "'"))).contains("signing secret");
        assertThat(mistake(file.replace("C0123456789", "'#incidents'"))).contains("id of a channel");
    }

    @Test
    void gatewaysAreReadInTheirOrder() {
        var file = """
                channels:
                  twilio: {account: AC0123456789abcdef0123456789abcdef, token: a-token, from: "+447700900123"}
                  sms:
                    - {name: berlin, countries: ["+49"], http: {url: "https://sms.example.test/send?key=k",
                       headers: {X-Key: k}, json: {to: ["{number}"], text: "{text}", flash: true}, receipt: /id}}
                    - {spool: /var/spool/sms/outgoing}
                    - {twilio: true}
                """;
        var gateways =
                Objects.requireNonNull(ConfigReader.read(file, Known.NOTHING).sms());
        assertThat(gateways)
                .containsExactly(
                        new SmsGateway(
                                "berlin",
                                List.of("+49"),
                                new HttpGateway("https://sms.example.test", new Secret("""
                                                {"method":"POST","url":"https://sms.example.test/send?key=k",\
                                                "headers":{"X-Key":"k"},\
                                                "json":{"to":["{number}"],"text":"{text}","flash":true}}"""), "/id"),
                                null),
                        new SmsGateway("spool", List.of(), null, "/var/spool/sms/outgoing"),
                        new SmsGateway("twilio", List.of(), null, null));
    }

    @Test
    void chatsWithRoomsAreRead() {
        var file = """
                channels:
                  webhooks:
                    telegram: {format: telegram, url: "https://api.telegram.org/bot7:t/sendMessage", chat: "-100"}
                    matrix: {format: matrix, url: "https://matrix.example.test", secret: t, chat: "!a:example.test"}
                    audit: {url: "https://a.example.test", secret: new, previousSecret: old}
                """;
        var telegram = "https://api.telegram.org/bot7:t/sendMessage";
        assertThat(ConfigReader.read(file, Known.NOTHING).webhooks())
                .isEqualTo(Map.of(
                        "telegram",
                        new Webhook(URI.create(telegram), new Secret(telegram), "telegram", null, "-100"),
                        "matrix",
                        new Webhook(
                                URI.create("https://matrix.example.test"),
                                new Secret("t"),
                                "matrix",
                                null,
                                "!a:example.test"),
                        "audit",
                        new Webhook(
                                URI.create("https://a.example.test"),
                                new Secret("new"),
                                null,
                                new Secret("old"),
                                null)));
    }

    @Test
    void limitsAreRead() {
        var read = ConfigReader.read("channels: {limits: {sms: [1/1m, 5/15m], email: []}}", Known.NOTHING);
        assertThat(read.limits())
                .isEqualTo(new Limits(
                        RuleBook.LIMITS,
                        "limits",
                        List.of(
                                new MessageLimit(ChannelKind.SMS, 1, Duration.ofMinutes(1)),
                                new MessageLimit(ChannelKind.SMS, 5, Duration.ofMinutes(15))),
                        List.of(ChannelKind.EMAIL)));
        assertThat(mistake("channels: {limits: {sms: [often]}}")).contains("no limit");
        assertThat(mistake("channels: {limits: {sms: [0/1m]}}")).contains("no limit");
        assertThat(mistake("channels: {limits: {sms: [5/25h]}}")).contains("longer than a day");
        assertThat(mistake("channels: {limits: {fax: []}}")).contains("sms, call, email");
    }

    private static String mistake(String file) {
        return catchThrowableOfType(ConfigMistakes.class, () -> ConfigReader.read(file, Known.NOTHING))
                .mistakes()
                .getFirst()
                .message();
    }

    @Test
    void partsMayBeSharedByAliases() {
        var file = """
                people: {ada: {name: Ada}}
                policies:
                  one: {steps: &steps [{notify: ["person:ada"], wait: 30s}]}
                  two: {steps: *steps}
                """;

        var policies = ConfigReader.read(file, Known.NOTHING).policies();

        assertThat(policies.getFirst().steps()).isEqualTo(policies.getLast().steps());
    }

    @Test
    void wordsInUseElsewhereMayBeReferredTo() {
        var known =
                new Known(Map.of(Section.PEOPLE, Set.of("linus@example.test"), Section.SERVICES, Set.of("billing")));
        var file = """
                teams: {payments: {name: Payments, members: [linus@example.test]}}
                people: {linus@example.test: {name: Linus}}
                integrations: {shop: {type: native, key: "0123456789abcdef0123456789abcdef", service: billing}}
                """;

        assertThat(ConfigReader.read(file, known).integrations().get("shop")).isNotNull();
    }

    @Test
    void waitsAreWrittenAsTheyAreRead() {
        for (var wait : List.of("1s", "30s", "5m", "1h30m", "1d", "7d", "1d2h3m4s")) {
            assertThat(Pause.read(wait).map(Pause::write)).contains(wait);
        }
        assertThat(Pause.read("90m").map(Pause::write)).contains("1h30m");
    }

    @Test
    void hostileFilesAreRefusedQuickly() {
        var laughs = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        var deep = "people: " + "[".repeat(5000) + "]".repeat(5000);
        var itself = "people: {ada: &a {name: *a}}";
        var many = new StringBuilder("people:\n");
        for (int i = 0; i < 20_000; i++) {
            many.append("  p").append(i).append(": {nmae: x}\n");
        }

        for (var file : List.of(laughs.toString(), deep, itself, many.toString())) {
            assertThatThrownBy(() -> ConfigReader.read(file, Known.NOTHING))
                    .isInstanceOfSatisfying(
                            ConfigMistakes.class,
                            wrong -> assertThat(wrong.mistakes()).hasSizeBetween(1, Mistakes.MOST + 1));
        }
    }

    @Test
    void whatIsPromisedIsReadAndWhatIsNotSaidIsAsUsual() {
        var file = """
                services: {checkout: {name: Checkout}}
                sla:
                  severities: {critical: {answer: 3m}, low: {answer: none}}
                  calendar: office
                  pause: [snoozed]
                  services:
                    checkout: {severities: {critical: {resolve: 1h}}, calendar: always, pause: []}
                  calendars:
                    office: {timeZone: Europe/London, hours: ["Mon 09:00-17:00"], holidays: ["2026-12-25"]}
                """;
        var rule = Objects.requireNonNull(ConfigReader.read(file, Known.NOTHING).slaRule());
        var hours = new Hours(DayOfWeek.MONDAY, LocalTime.of(9, 0), DayOfWeek.MONDAY, LocalTime.of(17, 0));
        var office = new Calendar("office", "Europe/London", List.of(hours), List.of(LocalDate.of(2026, 12, 25)));
        assertThat(rule.usual())
                .isEqualTo(new Promise(
                        List.of(
                                new Goal(Severity.CRITICAL, Duration.ofMinutes(3), Duration.ofHours(2)),
                                new Goal(Severity.HIGH, Duration.ofMinutes(15), Duration.ofHours(8)),
                                new Goal(Severity.MEDIUM, Duration.ofHours(2), Duration.ofHours(72)),
                                new Goal(Severity.LOW, null, null)),
                        office,
                        true,
                        false));
        var checkout = rule.promise(ServiceId.of("checkout"));
        assertThat(checkout.goal(Severity.CRITICAL))
                .contains(new Goal(Severity.CRITICAL, Duration.ofMinutes(3), Duration.ofHours(1)));
        assertThat(checkout.calendar()).isEqualTo(Calendar.ALWAYS);
        assertThat(checkout.snoozed()).isFalse();
        assertThat(rule.promise(ServiceId.of("search"))).isEqualTo(rule.usual());
        assertThat(ConfigReader.read("sla: {}", Known.NOTHING).slaRule()).isEqualTo(SlaRule.USUAL);
    }

    @Test
    void whatAMajorIncidentIsIsReadWithItsUsualValues() {
        var file = """
                people: {ada: {name: Ada}}
                teams: {board: {name: Board, members: [ada]}}
                majorIncident:
                  severity: high
                  executives: ["person:ada", "team:board"]
                  warRoom: "https://meet.example.test/inc-{number}"
                """;
        assertThat(ConfigReader.read(file, Known.NOTHING).majorRule())
                .isEqualTo(new MajorRule(
                        MajorRuleId.ONLY,
                        "majorIncident",
                        Severity.HIGH,
                        3,
                        new Executives(List.of(PersonId.of("ada")), List.of(TeamId.of("board"))),
                        Duration.ofMinutes(30),
                        "https://meet.example.test/inc-{number}",
                        true));
        var never = ConfigReader.read("majorIncident: {severity: never, statusPage: none}", Known.NOTHING);
        assertThat(never.majorRule()).isNotNull().matches(rule -> rule.severity() == null && !rule.notice());
    }

    private static Slo slo(String fields) {
        var file = "services: {checkout: {name: Checkout}}\nslos: {checkout-up: {service: checkout, " + fields + "}}";
        return ConfigReader.read(file, Known.NOTHING).slos().getFirst();
    }

    private static String badSlo(String fields) {
        return mistake("services: {checkout: {name: Checkout}}\nslos: {checkout-up: {" + fields + "}}");
    }

    @Test
    void whatAServiceOwesItsUsersIsRead() {
        assertThat(slo("objective: 99.9"))
                .isEqualTo(new Slo(
                        SloId.of("checkout-up"),
                        "checkout-up",
                        ServiceId.of("checkout"),
                        Slo.Kind.AVAILABILITY,
                        99.9,
                        Duration.ofDays(30),
                        Slo.Policy.MODERATE,
                        Slo.Source.INCIDENTS,
                        List.of(Severity.CRITICAL, Severity.HIGH),
                        null));
        var fast = slo("kind: latency, objective: 95, window: 7d, policy: conservative, within: 500ms");
        assertThat(fast.within()).isEqualTo(Duration.ofMillis(500));
        assertThat(fast.from()).isEqualTo(Slo.Source.COUNTS);
        assertThat(fast.severities()).isEmpty();
        assertThat(SloReader.fields(fast)).containsEntry("within", "500ms").containsEntry("window", "7d");
    }

    @Test
    void whatCannotBeOwedIsRefusedWithWhatToWrite() {
        assertThat(badSlo("service: checkout, objective: 100")).contains("no budget", "99.9");
        assertThat(badSlo("service: checkout, objective: 0")).contains("from above 0 to below 100");
        assertThat(badSlo("service: checkout, objective: .nan")).contains("from above 0 to below 100");
        assertThat(badSlo("service: checkout, objective: '99.9'")).contains("without quotes");
        assertThat(badSlo("service: checkout")).contains("missing");
        assertThat(badSlo("objective: 99")).contains("missing");
        assertThat(badSlo("service: chekout, objective: 99")).contains("Did you mean", "checkout");
        assertThat(badSlo("service: checkout, objective: 99, kind: speed")).contains("availability, latency or errors");
        assertThat(badSlo("service: checkout, objective: 99, policy: bold"))
                .contains("conservative, moderate or aggressive");
        assertThat(badSlo("service: checkout, objective: 99, window: 91d")).contains("1d to 90d");
        assertThat(badSlo("service: checkout, objective: 99, window: 23h")).contains("1d to 90d");
        assertThat(badSlo("service: checkout, objective: 99, kind: errors, from: incidents"))
                .contains("from: counts");
        assertThat(badSlo("service: checkout, objective: 99, from: counts, severity: [high]"))
                .contains("incidents");
        assertThat(badSlo("service: checkout, objective: 99, severity: []")).contains("critical");
        assertThat(badSlo("service: checkout, objective: 99, kind: latency, within: soon"))
                .contains("500ms");
    }
}
