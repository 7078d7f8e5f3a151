package org.larum.app.api.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.config.Organisation.Service;
import org.larum.app.api.config.Organisation.Team;
import org.larum.domain.directory.Definition.Worth;
import org.larum.domain.shared.Link;

/** Reads the organisation from the text of a file, or finds all of its mistakes at once. */
final class ConfigReader {

    static final int LONGEST_NAME = 100;
    private static final int MOST_MEMBERS = 1000;

    private static final List<String> FILE = Stream.concat(
                    Stream.of("people", "teams", "services", "schedules", "policies", "integrations", "channels"),
                    Stream.concat(
                            Section.RULES.stream().map(Section::path),
                            Stream.of(
                                    Section.MAJOR.path(),
                                    Section.SLA.path(),
                                    Section.SLOS.path(),
                                    Section.REPORTS.path(),
                                    Section.DASHBOARDS.path())))
            .toList();
    private static final List<String> TEAM = List.of("name", "members");
    private static final int MOST_NEEDS = 200;
    private static final int MOST_LINKS = 20;
    private static final List<String> SERVICE = List.of(
            "name",
            "team",
            "criticality",
            "policy",
            "runbook",
            "dependsOn",
            "tier",
            "users",
            "revenuePerMinute",
            "process",
            "links");
    private static final List<String> CRITICALITIES = List.of("critical", "high", "medium", "low");

    private final Reading reading;
    private final Mistakes mistakes;

    private ConfigReader(Reading reading) {
        this.reading = reading;
        this.mistakes = reading.mistakes();
    }

    /** @param elsewhere the words that are in use whether or not they are in the file */
    static Organisation read(String text, Known elsewhere) {
        return read(YamlTree.parse(text), elsewhere);
    }

    static Organisation read(@Nullable Object tree, Known elsewhere) {
        if (tree == null) {
            throw new ConfigMistakes(
                    "file", "The file is empty. Write at least one of " + String.join(", ", FILE) + ".");
        }
        var mistakes = new Mistakes();
        var file = Block.of(tree, "", mistakes, "the configuration", FILE);
        var organisation = new ConfigReader(new Reading(tree, elsewhere, mistakes)).organisation(file);
        mistakes.throwIfAny();
        return organisation;
    }

    private Organisation organisation(Block file) {
        var people = new PersonReader(reading);
        var ways = new ChannelReader(reading);
        var channels = ways.channels(file);
        return new Organisation(
                reading.entries(file, "people", Section.PEOPLE, people::person),
                reading.entries(file, "teams", Section.TEAMS, this::team),
                reading.entries(file, "services", Section.SERVICES, this::service),
                new ScheduleReader(reading).schedules(file),
                new PolicyReader(reading).policies(file),
                reading.entries(file, "integrations", Section.INTEGRATIONS, ways::integration),
                ways.email(channels).orElse(null),
                ways.webhooks(channels),
                ways.twilio(channels).orElse(null),
                ways.slack(channels).orElse(null),
                new SmsReader(reading).gateways(channels).orElse(null),
                new LimitReader(reading.mistakes()).limits(channels).orElse(null),
                new TemplateReader(reading.mistakes()).templates(channels).orElse(null),
                new RuleReader(reading).rules(file),
                new MajorReader(reading).rule(file).orElse(null),
                new SlaReader(reading).rule(file).orElse(null),
                new SloReader(reading).slos(file),
                new ReportReader(reading).reports(file),
                new DashboardReader(reading).dashboards(file));
    }

    private Team team(Object value, String path) {
        var block = Block.of(value, path, mistakes, "a team", TEAM);
        var hint = "words of people, such as [ada, grace]";
        var list = block.optionalList("members", MOST_MEMBERS, hint);
        var members = new LinkedHashSet<String>();
        for (int i = 0; i < list.size(); i++) {
            var place = block.at("members") + "[" + i + "]";
            if (!(list.get(i) instanceof String word)) {
                mistakes.add(place, "This must be the word of a person. Write " + hint + ".");
            } else if (!members.add(word)) {
                mistakes.add(place, Suggestion.shown(word) + " is in this team already. Take one of the two out.");
            } else {
                reading.reference(Section.PEOPLE, word, place);
            }
        }
        return new Team(
                block.text("name", LONGEST_NAME, "the name of the team, such as Payments"), new ArrayList<>(members));
    }

    private Service service(Object value, String path) {
        var block = Block.of(value, path, mistakes, "a service", SERVICE);
        var team = block.optionalText("team", 255, "the word of a team");
        team.ifPresent(word -> reading.reference(Section.TEAMS, word, block.at("team")));
        var policy = block.optionalText("policy", 255, "the word of a policy");
        policy.ifPresent(word -> reading.reference(Section.POLICIES, word, block.at("policy")));
        var runbook = block.optionalText("runbook", 2000, "a web address, such as https://wiki.example.com/checkout");
        runbook.ifPresent(address -> reading.web(address, block.at("runbook")));
        return new Service(
                block.text("name", LONGEST_NAME, "the name of the service, such as Checkout"),
                team.orElse(null),
                block.oneOf("criticality", CRITICALITIES, "medium"),
                policy.orElse(null),
                runbook.orElse(null),
                worth(block),
                needs(block));
    }

    private List<String> needs(Block block) {
        var hint = "words of services, such as [payments-db]";
        var list = block.optionalList("dependsOn", MOST_NEEDS, hint);
        var needs = new LinkedHashSet<String>();
        for (int i = 0; i < list.size(); i++) {
            var place = block.at("dependsOn") + "[" + i + "]";
            if (!(list.get(i) instanceof String word)) {
                mistakes.add(place, "This must be the word of a service. Write " + hint + ".");
            } else if (!needs.add(word)) {
                mistakes.add(place, Suggestion.shown(word) + " is in this list already. Take one of the two out.");
            } else {
                reading.reference(Section.SERVICES, word, place);
            }
        }
        return new ArrayList<>(needs);
    }

    /** Null when nothing is said of it. */
    private @Nullable Worth worth(Block block) {
        var tier = block.has("tier") ? block.number("tier", 1, 4, 4) : null;
        var users = block.has("users") ? (long) block.number("users", 0, Integer.MAX_VALUE, 0) : null;
        var process = block.optionalText("process", LONGEST_NAME, "the business process, such as Order to cash");
        var links = links(block);
        var worth = new Worth(tier, users, revenue(block), process.orElse(null), links.isEmpty() ? null : links);
        return worth.equals(Worth.UNKNOWN) ? null : worth;
    }

    private @Nullable Double revenue(Block block) {
        var hint = "an amount, such as 1200 or 99.50, without a currency";
        return block.given("revenuePerMinute", hint)
                .map(value -> {
                    if (value instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() < 1e12) {
                        return number.doubleValue();
                    }
                    mistakes.add(block.at("revenuePerMinute"), "This must be " + hint + ".");
                    return 0.0;
                })
                .orElse(null);
    }

    private List<Link> links(Block block) {
        var hint = "addresses by what to call them, such as {Dashboard: \"https://grafana.example.com/d/shop\"}";
        var given = block.given("links", hint);
        if (given.isPresent() && !(given.get() instanceof Map<?, ?> map && map.size() <= MOST_LINKS)) {
            mistakes.add(block.at("links"), "This must be at most " + MOST_LINKS + " " + hint + ".");
            return List.of();
        }
        var links = new ArrayList<Link>();
        if (given.orElse(Map.of()) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                var path = block.at("links") + "." + Block.printable(key);
                if (key instanceof String text && !text.isBlank() && value instanceof String address) {
                    reading.web(address, path).ifPresent(url -> links.add(new Link(address, Words.printable(text))));
                } else {
                    mistakes.add(path, "This must be a web address under a name. Write " + hint + ".");
                }
            });
        }
        return links;
    }
}
