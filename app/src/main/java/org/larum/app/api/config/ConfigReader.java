package org.larum.app.api.config;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.config.Organisation.Person;
import org.larum.app.api.config.Organisation.Service;
import org.larum.app.api.config.Organisation.Team;

/** Reads the organisation from the text of a file, or finds all of its mistakes at once. */
final class ConfigReader {

    static final int LONGEST_NAME = 100;
    private static final int MOST_MEMBERS = 1000;

    private static final List<String> FILE =
            List.of("people", "teams", "services", "policies", "integrations", "channels");
    private static final List<String> PERSON = List.of("name", "email", "timeZone", "administrator");
    private static final List<String> TEAM = List.of("name", "members");
    private static final List<String> SERVICE = List.of("name", "team", "criticality", "policy", "runbook");
    private static final List<String> CRITICALITIES = List.of("critical", "high", "medium", "low");
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private final Reading reading;
    private final Mistakes mistakes;

    /** Where an e-mail address was first given. */
    private final Map<String, String> mailboxes = new HashMap<>();

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
        var policies = new PolicyReader(reading);
        var ways = new ChannelReader(reading);
        var channels = ways.channels(file);
        return new Organisation(
                reading.entries(file, "people", Section.PEOPLE, this::person),
                reading.entries(file, "teams", Section.TEAMS, this::team),
                reading.entries(file, "services", Section.SERVICES, this::service),
                reading.entries(file, "policies", Section.POLICIES, policies::policy),
                reading.entries(file, "integrations", Section.INTEGRATIONS, ways::integration),
                ways.email(channels).orElse(null),
                ways.webhooks(channels));
    }

    private Person person(Object value, String path) {
        var block = Block.of(value, path, mistakes, "a person", PERSON);
        var email = block.optionalText("email", 255, "an e-mail address, such as ada@example.com");
        email.ifPresent(address -> checkMailbox(address, block.at("email")));
        var zone = block.optionalText("timeZone", 60, "a time zone, such as Europe/London")
                .orElse("UTC");
        if (!ZONES.contains(zone)) {
            mistakes.add(
                    block.at("timeZone"),
                    "There is no time zone " + Suggestion.shown(zone) + "." + Suggestion.didYouMean(zone, ZONES)
                            + " Write a place, such as Europe/London, or UTC.");
        }
        return new Person(
                block.text("name", LONGEST_NAME, "the name that the others know, such as Ada Lovelace"),
                email.orElse(null),
                zone,
                block.flag("administrator"));
    }

    private void checkMailbox(String address, String path) {
        if (!reading.isMailbox(address)) {
            mistakes.add(path, "This is not an e-mail address. Write one such as ada@example.com.");
            return;
        }
        var first = mailboxes.putIfAbsent(address.toLowerCase(Locale.ROOT), path);
        if (first != null) {
            mistakes.add(path, "The same address is at " + first + ". People sign in by it: each needs their own.");
        }
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
                runbook.orElse(null));
    }
}
