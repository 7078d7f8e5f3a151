package org.larum.app.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.larum.app.api.config.Change.Kind;
import org.larum.app.api.config.ConfigDiff.Difference;
import org.larum.app.rulebook.RuleBook.Version;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Entry;
import org.larum.domain.shared.Refusal;

class ConfigDiffTest {

    private static final String ORIGIN = "larum.yaml";

    private static List<Definition> file(String text) {
        return Definitions.of(ConfigReader.read(text, Known.NOTHING), ConfigExamples.PRINTS);
    }

    private static List<Version> inUse(String text, String origin) {
        return file(text).stream()
                .map(definition -> new Version(definition, 1, origin, false, Instant.EPOCH))
                .toList();
    }

    private static List<Change> changes(List<Difference> differences) {
        return differences.stream().map(Difference::change).toList();
    }

    @Test
    void sameFileChangesNothing() {
        var now = inUse(ConfigExamples.FILE, ORIGIN);

        assertThat(ConfigDiff.changes(file(ConfigExamples.FILE), now, ORIGIN)).isEmpty();
        assertThat(ConfigDiff.missing(file(ConfigExamples.FILE), now, Kind.ABSENT))
                .isEmpty();
    }

    @Test
    void everythingIsAddedInTheOrderOfNeed() {
        var added = changes(ConfigDiff.changes(file(ConfigExamples.FILE), List.of(), ORIGIN));

        assertThat(added).extracting(Change::kind).containsOnly(Kind.ADDED);
        assertThat(added)
                .extracting(Change::path)
                .containsExactly(
                        "people.ada",
                        "people.grace",
                        "channels.email",
                        "channels.webhooks.audit",
                        "teams.payments",
                        "policies.payments-oncall",
                        "services.checkout",
                        "services.search",
                        "integrations.prometheus",
                        "integrations.pager");
        assertThat(added.getFirst())
                .isEqualTo(new Change(
                        Kind.ADDED, "people.ada", "ada", List.of("name", "email", "timeZone", "administrator")));
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                arguments("name: Ada Lovelace", "name: Ada King", "people.ada", List.of("name")),
                arguments("email: ada@example.test, ", "", "people.ada", List.of("email")),
                arguments(
                        "name: Grace Hopper",
                        "{name: Grace Hopper, email: g@example.test}",
                        "people.grace",
                        List.of("email")),
                arguments(
                        "timeZone: Europe/London, administrator: true",
                        "timeZone: UTC",
                        "people.ada",
                        List.of("timeZone", "administrator")),
                arguments(
                        "email: ada@example.test, ",
                        "email: ada@example.test, phone: \"+447700900123\", roles: [senior], ",
                        "people.ada",
                        List.of("phone", "roles")),
                arguments(
                        "email: ada@example.test, ",
                        "email: ada@example.test, reach: {low: [{email: 5m}]}, quiet: \"22:00-07:00\", ",
                        "people.ada",
                        List.of("reach", "quiet")),
                arguments("[ada, grace]", "[grace]", "teams.payments", List.of("members")),
                arguments("name: Payments", "name: Paying", "teams.payments", List.of("name")),
                arguments("criticality: high", "criticality: low", "services.checkout", List.of("criticality")),
                arguments("    team: payments\n", "", "services.checkout", List.of("team")),
                arguments("    policy: payments-oncall\n", "", "services.checkout", List.of("policy")),
                arguments("page=1", "page=2", "services.checkout", List.of("runbook")),
                arguments(
                        "{name: Search}",
                        "{name: Search, policy: payments-oncall}",
                        "services.search",
                        List.of("policy")),
                arguments("repeat: 2", "repeat: 3", "policies.payments-oncall", List.of("repeat")),
                arguments("wait: 5m", "wait: 6m", "policies.payments-oncall", List.of("steps")),
                arguments("type: pagerduty", "type: native", "integrations.pager", List.of("type")),
                arguments(ConfigExamples.KEY, ConfigExamples.KEY + "!", "integrations.prometheus", List.of("key")),
                arguments("service: search", "service: checkout", "integrations.pager", List.of("service")),
                arguments("port: 2525, ", "", "channels.email", List.of("port")),
                arguments(ConfigExamples.PASSWORD, "another", "channels.email", List.of("password")),
                arguments("encryption: none", "encryption: tls", "channels.email", List.of("encryption")),
                arguments(":9000/hook", ":9001/hook", "channels.webhooks.audit", List.of("url")),
                arguments(ConfigExamples.SECRET, "another", "channels.webhooks.audit", List.of("secret")));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void oneEditIsOneChangeThatNamesItsFields(String before, String after, String path, List<String> fields) {
        assertThat(ConfigExamples.FILE).contains(before);
        var edited = file(ConfigExamples.FILE.replace(before, after));

        var found = changes(ConfigDiff.changes(edited, inUse(ConfigExamples.FILE, ORIGIN), ORIGIN));

        assertThat(found).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.CHANGED);
            assertThat(change.path()).isEqualTo(path);
            assertThat(change.fields()).isEqualTo(fields);
        });
    }

    @Test
    void aFileWithoutANameIsWhicheverFileItWas() {
        var now = inUse("teams: {search: {name: Search}}", "larum.yaml");
        assertThat(ConfigDiff.changes(file("teams: {search: {name: Search}}"), now, Wish.UNNAMED))
                .isEmpty();
        var renamed = ConfigDiff.changes(file("teams: {search: {name: Find}}"), now, Wish.UNNAMED);
        assertThat(changes(renamed))
                .containsExactly(new Change(Kind.CHANGED, "teams.search", "search", List.of("name")));
        assertThat(ConfigDiff.owner(renamed.getFirst(), now, Wish.UNNAMED)).isEqualTo("larum.yaml");
    }

    @Test
    void anotherFileThatSaysSomethingElseIsRefusedWithTheNameOfTheOwner() {
        var now = inUse("teams: {search: {name: Search}}", "old.yaml");
        assertThatThrownBy(() -> ConfigDiff.changes(file("teams: {search: {name: Find}}"), now, ORIGIN))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("owned_by_file"))
                .hasMessageContaining("old.yaml");
    }

    @Test
    void anotherFileTakesOver() {
        var found = changes(ConfigDiff.changes(
                file("teams: {search: {name: Search}}"), inUse("teams: {search: {name: Search}}", "old.yaml"), ORIGIN));

        assertThat(found).containsExactly(new Change(Kind.CHANGED, "teams.search", "search", List.of("origin")));
    }

    @Test
    void whatAnyFileDescribedBeforeIsMissingLastNeededFirst() {
        var missing = ConfigDiff.missing(
                file("people: {ada: {name: Ada}}"), inUse(ConfigExamples.FILE, "old.yaml"), Kind.ABSENT);

        assertThat(changes(missing)).extracting(Change::kind).containsOnly(Kind.ABSENT);
        assertThat(changes(missing))
                .extracting(Change::path)
                .startsWith("integrations.pager", "integrations.prometheus", "services.search")
                .endsWith("channels.email", "people.grace");
    }

    @Test
    void whoeverWasInvitedIsNeverMissing() {
        var invited = inUse("people: {grace: {name: Grace}}", Entry.API);

        assertThat(ConfigDiff.missing(file("people: {ada: {name: Ada}}"), invited, Kind.REMOVED))
                .isEmpty();
    }
}
