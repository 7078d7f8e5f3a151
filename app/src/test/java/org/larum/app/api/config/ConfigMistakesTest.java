package org.larum.app.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.larum.app.problem.Problems.Mistake;

/** Wrong files, each with the place and the words that the writer needs. */
class ConfigMistakesTest {

    private static Arguments wrong(String file, String path, String... words) {
        return arguments(file, path, List.of(words));
    }

    /** In the right file, one part is replaced by another. */
    private static Arguments instead(String right, String other, String path, String... words) {
        assertThat(ConfigExamples.FILE).contains(right);
        return wrong(ConfigExamples.FILE.replace(right, other), path, words);
    }

    static Stream<Arguments> syntax() {
        return Stream.of(
                wrong("", "file", "empty"),
                wrong("# nothing here", "file", "empty"),
                wrong("hello", "file", "named fields"),
                wrong("[1, 2]", "file", "named fields"),
                wrong("people: {\n  ada: {name: Ada}", "line 2", "not closed"),
                wrong("people:\n\tada: x", "line 2", "tab"),
                wrong("people: *ada", "line 1", "\"*\"", "quotes"),
                wrong("people: !ada x", "line 1", "\"!\"", "quotes"),
                wrong("people: @ada", "line 1", "quotes"),
                wrong("people: ada: x", "line 1", "colon"),
                wrong("people:\n  ada: {name: Ada}\n  ada: {name: Ada}", "line 3", "second time"),
                wrong("people: {}\n---\npeople: {}", "line 2", "second document"),
                wrong("people: {}\nteams: \"\u0007\"", "line 2", "control character"),
                wrong("people: " + "[".repeat(30) + "]".repeat(30), "file", "nested"),
                wrong("people: !!int x", "file", "type tag"));
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                wrong("poeple: {}", "poeple", "Did you mean \"people\"?", "integrations"),
                wrong("people: [ada]", "people", "must be a block"),
                wrong("people:", "people", "empty"),
                wrong(
                        "people: {ada: Ada}",
                        "people.ada",
                        "a person",
                        "name, email, phone, timeZone, administrator, roles, reach, quiet"),
                wrong("people: {ada: }", "people.ada.name", "missing"),
                wrong("people: {Ada: {name: Ada}}", "people.Ada", "small letters", "Write \"ada\""),
                wrong("people: {no: {name: Ada}}", "people.false", "in quotes"),
                wrong("people: {7: {name: Ada}}", "people.7", "in quotes"),
                wrong("people: {-ada: {name: Ada}}", "people.-ada", "begins with a letter"),
                wrong("people: {ada: {nmae: Ada}}", "people.ada.nmae", "Did you mean \"name\"?"),
                wrong(
                        "majorIncident: {severity: awful}",
                        "majorIncident.severity",
                        "critical, high, medium, low or never"),
                wrong(
                        "sla: {severities: {awful: {answer: 5m}}}",
                        "sla.severities.awful",
                        "critical, high, medium, low"),
                wrong("sla: {severities: {high: {answer: soon}}}", "sla.severities.high.answer", "1m to 90d"),
                wrong("sla: {severities: {high: {resolve: 91d}}}", "sla.severities.high.resolve", "1m to 90d"),
                wrong("sla: {severities: [1]}", "sla.severities", "named fields"),
                wrong("sla: {calendar: offise, calendars: {office: {hours: [Mon]}}}", "sla.calendar", "office"),
                wrong("sla: {calendars: {office: {}}}", "sla.calendars.office.hours", "less than an hour"),
                wrong("sla: {calendars: {office: {hours: []}}}", "sla.calendars.office.hours", "less than an hour"),
                wrong(
                        "sla: {calendars: {office: {hours: ['Mon 09:00-09:30']}}}",
                        "sla.calendars.office.hours",
                        "less than an hour"),
                wrong("sla: {calendars: {office: {hours: [never]}}}", "sla.calendars.office.hours[0]", "no hours"),
                wrong(
                        "sla: {calendars: {office: {hours: [Mon], timeZone: Mars}}}",
                        "sla.calendars.office.timeZone",
                        "no time zone"),
                wrong(
                        "sla: {calendars: {office: {hours: [Mon], holidays: [Christmas]}}}",
                        "sla.calendars.office.holidays[0]",
                        "no day"),
                wrong("sla: {calendars: {always: {hours: [Mon]}}}", "sla.calendars.always", "already"),
                wrong("sla: {calendars: [office]}", "sla.calendars", "block"),
                wrong("sla: {calendars: {7: {hours: [Mon]}}}", "sla.calendars.7", "in quotes"),
                wrong("sla: {services: {nowhere: {calendar: always}}}", "sla.services.nowhere", "no service"),
                wrong("sla: {pause: [sleeping]}", "sla.pause[0]", "snoozed"),
                wrong("majorIncident: {services: 0}", "majorIncident.services", "1 to 1000"),
                wrong("majorIncident: {updates: 1m}", "majorIncident.updates", "from 5m to 24h"),
                wrong("majorIncident: {updates: [1]}", "majorIncident.updates", "from 5m to 24h"),
                wrong("majorIncident: {executives: [ada]}", "majorIncident.executives[0]", "person:ada"),
                wrong("majorIncident: {executives: [\"person:ada\"]}", "majorIncident.executives[0]", "no person"),
                wrong(
                        "people: {ada: {name: Ada}}\nmajorIncident: {executives: [\"person:ada\", \"person:ada\"]}",
                        "majorIncident.executives[1]",
                        "already"),
                wrong("majorIncident: {warRoom: \"javascript:alert(1)\"}", "majorIncident.warRoom", "web address"),
                wrong("people: {ada: {name: 42}}", "people.ada.name", "must be text", "in quotes"),
                wrong("people: {ada: {name: 4.5}}", "people.ada.name", "must be text", "in quotes"),
                wrong("people: {ada: {name: [Ada]}}", "people.ada.name", "must be text"),
                wrong("people: {ada: {name: }}", "people.ada.name", "empty"),
                wrong("people: {ada: {name: '  '}}", "people.ada.name", "empty"),
                wrong("people: {ada: {name: \"A\\nB\"}}", "people.ada.name", "line break"),
                wrong("people: {ada: {name: \"A\\0B\"}}", "people.ada.name", "control character"),
                wrong("people: {ada: {name: " + "a".repeat(101) + "}}", "people.ada.name", "longer than 100"),
                wrong("people: {ada: {name: Ada, email: ada}}", "people.ada.email", "ada@example.com"),
                wrong("people: {ada: {name: Ada, email: }}", "people.ada.email", "leave it out"),
                wrong(
                        "people: {ada: {name: Ada, administrator: 'true'}}",
                        "people.ada.administrator",
                        "without quotes"),
                wrong(
                        "people: {ada: {name: Ada, timeZone: Europe/Lodnon}}",
                        "people.ada.timeZone",
                        "\"Europe/London\"?"),
                instead(
                        "name: Grace Hopper", "{name: Grace, email: ADA@example.test}",
                        "people.grace.email", "people.ada"));
    }

    static Stream<Arguments> references() {
        return Stream.of(
                instead("[ada, grace]", "[ada, garce]", "teams.payments.members[1]", "Did you mean \"grace\"?"),
                instead("[ada, grace]", "[ada, ada]", "teams.payments.members[1]", "already"),
                instead("[ada, grace]", "[ada, 7]", "teams.payments.members[1]", "word of a person"),
                instead("[ada, grace]", "ada", "teams.payments.members", "must be a list"),
                instead("team: payments", "team: paymnets", "services.checkout.team", "Did you mean \"payments\"?"),
                instead(
                        "policy: payments-oncall",
                        "policy: x",
                        "services.checkout.policy",
                        "no policy \"x\"",
                        "policies"),
                instead("service: search", "service: serach", "integrations.pager.service", "Did you mean \"search\"?"),
                instead("\"person:ada\"", "\"person:adda\"", "policies.payments-oncall.steps[0].notify[0]", "\"ada\"?"),
                instead("webhook:audit", "webhook:adit", "policies.payments-oncall.steps[1].notify[1]", "\"audit\"?"),
                instead(
                        "webhook:audit", "wbhook:audit",
                        "policies.payments-oncall.steps[1].notify[1]", "\"webhook:audit\""),
                instead("\"person:ada\"", "ada", "policies.payments-oncall.steps[0].notify[0]", "\"person:ada\""),
                instead(
                        "\"person:ada\"", "'person:'",
                        "policies.payments-oncall.steps[0].notify[0]", "word is missing"),
                instead("\"person:ada\"", "person: ada", "policies.payments-oncall.steps[0].notify[0]", "in quotes"),
                instead(
                        "\"webhook:audit\"", "\"person:grace\"",
                        "policies.payments-oncall.steps[1].notify[1]", "already"));
    }

    static Stream<Arguments> values() {
        return Stream.of(
                instead("criticality: high", "criticality: hihg", "services.checkout.criticality", "mean \"high\"?"),
                instead(
                        "criticality: high", "criticality: 1",
                        "services.checkout.criticality", "critical, high, medium or low"),
                instead(
                        "\"https://wiki.example.test/checkout?page=1\"", "wiki",
                        "services.checkout.runbook", "web address"),
                instead("repeat: 2", "repeat: 21", "policies.payments-oncall.repeat", "from 0 to 20"),
                instead("repeat: 2", "repeat: '2'", "policies.payments-oncall.repeat", "without quotes"),
                instead("repeat: 2", "repeat: 1.5", "policies.payments-oncall.repeat", "number"),
                instead("wait: 5m", "wait: 5", "policies.payments-oncall.steps[0].wait", "30s, 5m, 1h30m"),
                instead("wait: 5m", "wait: 0s", "policies.payments-oncall.steps[0].wait", "from 1s to 7d"),
                instead("wait: 5m", "wait: 8d", "policies.payments-oncall.steps[0].wait", "from 1s to 7d"),
                instead("wait: 5m", "wait: 5 minutes", "policies.payments-oncall.steps[0].wait", "5m"),
                instead(", wait: 5m", "", "policies.payments-oncall.steps[0].wait", "missing"),
                instead("[\"person:ada\"]", "[]", "policies.payments-oncall.steps[0].notify", "1 to 50"),
                instead("{notify: [\"person:ada\"], wait: 5m}", "x", "policies.payments-oncall.steps[0]", "a step"),
                wrong("policies: {p: {steps: []}}", "policies.p.steps", "1 to 20"),
                wrong("policies: {p: {repeat: 1}}", "policies.p.steps", "missing"),
                instead("type: pagerduty", "type: pagerdutty", "integrations.pager.type", "mean \"pagerduty\"?"),
                instead("type: pagerduty, ", "", "integrations.pager.type", "missing", "native"),
                instead(ConfigExamples.OTHER_KEY, "short", "integrations.pager.key", "at least 32", "openssl"),
                instead(
                        ConfigExamples.OTHER_KEY,
                        ConfigExamples.KEY,
                        "integrations.pager.key",
                        "integrations.prometheus.key"),
                instead("\"" + ConfigExamples.KEY + "\"", "1".repeat(32), "integrations.prometheus.key", "in quotes"),
                instead(ConfigExamples.SECRET, "•••", "channels.webhooks.audit.secret", "dots"),
                instead("port: 2525", "port: 0", "channels.email.port", "from 1 to 65535"),
                instead("port: 2525", "port: 99999999999", "channels.email.port", "from 1 to 65535"),
                instead("host: 127.0.0.1", "host: \"smtp://x\"", "channels.email.host", "Write only its name"),
                instead("from: larum@example.test", "from: Larum", "channels.email.from", "e-mail address"),
                instead("user: larum, ", "", "channels.email.user", "go together"),
                instead("encryption: none", "encryption: ssl", "channels.email.encryption", "mean \"tls\"?"),
                instead("encryption: none", "encryption: no", "channels.email.encryption", "must be text"),
                instead("http://127.0.0.1:9000/hook", "ftp://x/y", "channels.webhooks.audit.url", "web address"),
                instead("http://127.0.0.1:9000/hook", "http:///y", "channels.webhooks.audit.url", "web address"),
                instead("http://127.0.0.1", "http://u:p@127.0.0.1", "channels.webhooks.audit.url", "before \"@\""),
                wrong("channels: {sns: {}}", "channels.sns", "email, twilio, sms, slack, webhooks, limits"),
                wrong("channels:", "channels", "empty"));
    }

    private static Arguments told(String acknowledge, String field, String... words) {
        return instead(
                "type: alertmanager, ",
                "type: alertmanager, acknowledge: " + acknowledge + ", ",
                "integrations.prometheus.acknowledge" + field,
                words);
    }

    static Stream<Arguments> acknowledgements() {
        return Stream.of(
                told("http://am:9093", "", "named fields"),
                told("{url: 'http://am:9093'}", ".for", "missing", "4h"),
                told("{url: 'http://am:9093', for: 10s}", ".for", "from 1m to 7d"),
                told("{url: 'http://am:9093', for: 240}", ".for", "from 1m to 7d"),
                told("{for: 4h}", ".url", "missing"),
                told("{url: 'ftp://am', for: 4h}", ".url", "web address"),
                told("{url: 'http://u:p@am', for: 4h}", ".url", "before \"@\""),
                told("{url: 'http://am/?a=b', for: 4h}", ".url", "must end with its path"),
                told("{api: icinga2, url: 'https://i:5665', for: 4h}", ".user", "ApiUser"),
                told("{api: nagios, url: 'https://i:5665', for: 4h}", ".api", "icinga2"),
                told("{url: 'http://am', for: 4h, user: a}", ".password", "go together"),
                told("{url: 'http://am', for: 4h, user: a, password: b, token: c}", ".token", "Either"),
                told("{url: 'http://am', for: 4h, token: \"•••\"}", ".token", "dots"),
                instead(
                        "type: pagerduty, ",
                        "type: pagerduty, acknowledge: {url: 'http://am', for: 4h}, ",
                        "integrations.pager.acknowledge",
                        "Only Alertmanager and Icinga 2"));
    }

    private static Arguments http(String request, String field, String... words) {
        return wrong("channels: {sms: [{http: " + request + "}]}", "channels.sms[0].http" + field, words);
    }

    static Stream<Arguments> gateways() {
        var url = "url: 'https://sms.example.test'";
        var query = "query: {t: '{text}', n: '{number}'}";
        return Stream.of(
                wrong("channels: {sms: {}}", "channels.sms", "must be a list"),
                wrong("channels: {sms: []}", "channels.sms", "1 to 10"),
                wrong("channels: {sms: [{}]}", "channels.sms[0]", "one of http, spool, twilio"),
                wrong("channels: {sms: [{spool: /a, twilio: true}]}", "channels.sms[0]", "one of"),
                wrong("channels: {sms: [{twilio: true}]}", "channels.sms[0].twilio", "no account with Twilio"),
                wrong("channels: {sms: [{twilio: false}]}", "channels.sms[0].twilio", "must be true"),
                wrong("channels: {sms: [{spool: var/spool}]}", "channels.sms[0].spool", "whole path"),
                wrong("channels: {sms: [{spool: /var/../etc}]}", "channels.sms[0].spool", "whole path"),
                wrong("channels: {sms: [{spool: /a}, {spool: /b}]}", "channels.sms[1]", "called so"),
                wrong("channels: {sms: [{spool: /a, countries: [44]}]}", "channels.sms[0].countries[0]", "in quotes"),
                wrong("channels: {sms: [{spool: /a, countries: ['44']}]}", "channels.sms[0].countries[0]", "+44"),
                http("{" + url + "}", "", "{text}", "{number}"),
                http("{" + url + ", json: {t: '{text}'}}", "", "what to whom"),
                http("{" + url + ", json: {t: '{text} {nummer}'}}", ".json", "no {nummer}"),
                http("{" + url + ", form: {t: '•••'}}", ".form.t", "dots"),
                http("{" + url + ", json: {t: '•••'}}", ".json", "dots"),
                http("{url: '•••', " + query + "}", ".url", "dots"),
                http("{url: 'sms', " + query + "}", ".url", "web address"),
                http("{" + url + ", method: DELETE, " + query + "}", ".method", "GET, POST or PUT"),
                http("{" + url + ", method: GET, json: {a: b}}", ".method", "no body"),
                http("{" + url + ", form: {a: b}, json: {a: b}}", ".form", "not both"),
                http("{" + url + ", headers: {'X:': b}, " + query + "}", ".headers", "not a header"),
                http("{" + url + ", headers: {X: \"a\\nb\"}, " + query + "}", ".headers.X", "one line"),
                http("{" + url + ", receipt: id, " + query + "}", ".receipt", "JSON pointer"));
    }

    static Stream<Arguments> chats() {
        var start = "channels: {webhooks: {a: {url: 'https://a.example.test', ";
        var path = "channels.webhooks.a.";
        return Stream.of(
                wrong(start + "format: telegram}}}", path + "chat", "missing"),
                wrong(start + "format: telegram, chat: '1', secret: x}}}", path + "secret", "Take this out"),
                wrong(start + "format: matrix, chat: '!a:b'}}}", path + "secret", "missing"),
                wrong(start + "format: slack, chat: '1'}}}", path + "chat", "Take this out"),
                wrong(start + "format: slack, previousSecret: x}}}", path + "previousSecret", "no signature"),
                wrong(start + "secret: x, chat: '1'}}}", path + "chat", "Only a chat"));
    }

    @ParameterizedTest
    @MethodSource({"syntax", "fields", "references", "values", "gateways", "acknowledgements", "chats"})
    void mistakeIsFoundAtItsPlaceAndSaysWhatToWrite(String file, String path, List<String> words) {
        var mistakes = mistakes(file);

        assertThat(mistakes).extracting(Mistake::path).contains(path);
        assertThat(mistakes.stream()
                        .filter(mistake -> mistake.path().equals(path))
                        .map(Mistake::message))
                .anySatisfy(message -> assertThat(message).contains(words));
        assertThat(mistakes.toString()).doesNotContain(ConfigExamples.SECRETS);
    }

    @Test
    void misspelledFieldIsUnknownAndMissing() {
        var file = ConfigExamples.FILE.replace("ada: {name: Ada Lovelace", "ada: {nme: Ada Lovelace");

        assertThat(mistakes(file)).extracting(Mistake::path).containsExactly("people.ada.nme", "people.ada.name");
    }

    @Test
    void allMistakesAreToldAtOnce() {
        var file = """
                people: {ada: {email: x}, Grace: {name: Grace}}
                teams: {payments: {members: [linus]}}
                policies: {calm: {steps: [{notify: [ada], wait: soon}]}}
                services: {checkout: {name: Checkout, color: red}}
                """;

        assertThat(mistakes(file))
                .extracting(Mistake::path)
                .containsExactlyInAnyOrder(
                        "people.ada.name",
                        "people.ada.email",
                        "people.Grace",
                        "teams.payments.name",
                        "teams.payments.members[0]",
                        "policies.calm.steps[0].notify[0]",
                        "policies.calm.steps[0].wait",
                        "services.checkout.color");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        var latin = "people: {ada: {name: \u00e4}}".getBytes(StandardCharsets.ISO_8859_1);

        var wrong = catchThrowableOfType(ConfigMistakes.class, () -> YamlTree.text(latin));

        assertThat(wrong.lines()).contains("UTF-8");
    }

    @Test
    void mistakesAreListedLineByLine() {
        var wrong = new ConfigMistakes(List.of(new Mistake("a.b", "Write c."), new Mistake("d", "Write e.")));

        assertThat(wrong.lines()).isEqualTo("  a.b: Write c.\n  d: Write e.");
    }

    /** Whatever is cut off, misspelled or out of place around a secret, the secret itself is never repeated. */
    @Test
    void noMistakeRepeatsSecrets() {
        var odd = List.of("*", "!", "@", "`", "%", "{", "[", "]", "\"", "'", ": ", "&", "\t", "\n", "? ", "- ");
        for (var secret : ConfigExamples.SECRETS) {
            for (var before : odd) {
                check(ConfigExamples.FILE.replace("\"" + secret + "\"", before + secret));
                check(ConfigExamples.FILE.replace("\"" + secret + "\"", "{" + secret + ": " + secret + "}"));
                check(ConfigExamples.FILE.replace("\"" + secret + "\"", "[" + before + secret + "]"));
            }
        }
        int length = ConfigExamples.FILE.length();
        for (int end = 1; end < length; end += 3) {
            check(ConfigExamples.FILE.substring(0, end));
        }
    }

    private static void check(String file) {
        try {
            assertThat(ConfigReader.read(file, Known.NOTHING).toString()).doesNotContain(ConfigExamples.SECRETS);
        } catch (ConfigMistakes wrong) {
            assertThat(wrong.lines()).doesNotContain("canary", "key-of");
        }
    }

    private static List<Mistake> mistakes(String file) {
        var wrong = catchThrowableOfType(ConfigMistakes.class, () -> ConfigReader.read(file, Known.NOTHING));
        assertThat(wrong).as(file).isNotNull();
        return wrong.mistakes();
    }
}
