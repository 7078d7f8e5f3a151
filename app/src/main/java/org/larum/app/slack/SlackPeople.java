package org.larum.app.slack;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.SecretTable;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Seals;
import org.larum.notifiers.channel.Destination.SlackApp;
import org.larum.notifiers.slack.SlackAnswer;
import org.larum.notifiers.slack.SlackAnswer.No;
import org.larum.notifiers.slack.SlackAnswer.Yes;
import org.larum.notifiers.slack.SlackApi;
import org.larum.notifiers.slack.SlackBook;

/**
 * Who is who: a user of Slack is the person with the same e-mail address. Only users of the house's own workspace are believed: in a
 * channel that is shared, another house could give any address to its people. Blocking.
 */
final class SlackPeople implements SlackBook {

    /** So long somebody who has left Slack, or has another address there, is still taken for who they were. */
    private static final Duration FRESH = Duration.ofHours(4);

    private final SlackPeopleTable table;
    private final SlackApi slack;
    private final RuleBook rules;
    private final Seals seals;
    private final SecretTable secrets;
    private final Map<SlackApp, Own> own = new ConcurrentHashMap<>();

    SlackPeople(SlackPeopleTable table, SlackApi slack, RuleBook rules, Seals seals, SecretTable secrets) {
        this.table = table;
        this.slack = slack;
        this.rules = rules;
        this.seals = seals;
        this.secrets = secrets;
    }

    /** What the app is called there, by itself and by its workspace. */
    record Own(String team, String user, String bot) {}

    /** Who somebody is; the sentence says why they are nobody. */
    sealed interface Found {

        record Known(Person person) implements Found {}

        record Unknown(String sentence) implements Found {}
    }

    @Override
    public @Nullable String user(String email) {
        return table.user(print(email), FRESH).orElse(null);
    }

    @Override
    public void remember(String email, String user) {
        table.save(print(email), user);
    }

    @Override
    public void forget(String email) {
        table.remove(print(email));
    }

    private String print(String email) {
        return secrets.fingerprint("slack/" + clean(email));
    }

    private static String clean(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** Asked once for each token: neither changes. */
    Optional<Own> own(SlackApp app) {
        var known = own.get(app);
        if (known != null) {
            return Optional.of(known);
        }
        if (slack.call(app, "auth.test", Map.of()) instanceof Yes yes
                && !yes.text("team_id").isEmpty()) {
            var found = new Own(yes.text("team_id"), yes.text("user_id"), yes.text("bot_id"));
            own.put(app, found);
            return Optional.of(found);
        }
        return Optional.empty();
    }

    /** The person behind a user of Slack, as of now. */
    Found person(SlackApp app, String user) {
        rules.catchUp();
        var remembered = table.address(user, FRESH).map(this::having).orElse(List.of());
        if (remembered.size() == 1) {
            return new Found.Known(remembered.getFirst());
        }
        return switch (slack.call(app, "users.info", Map.of("user", user))) {
            case No no ->
                new Found.Unknown("Larum could not ask Slack who you are. Nothing was done. Try again in a moment.");
            case Yes yes -> person(app, user, yes);
        };
    }

    private Found person(SlackApp app, String user, Yes yes) {
        var email = yes.text("user", "profile", "email");
        if (email.isEmpty() || isOff(yes)) {
            return new Found.Unknown(
                    "Larum does not see your e-mail address in Slack. Nothing was done. Whoever keeps Larum"
                            + " adds the scope users:read.email to its app.");
        }
        if (own(app).filter(own -> isOfHouse(own, yes)).isEmpty()) {
            return new Found.Unknown(
                    "You are of another workspace, whose e-mail addresses Larum does not believe. Nothing was done.");
        }
        var print = print(email);
        var people = having(print);
        if (people.size() == 1) {
            table.believe(print, user);
            return new Found.Known(people.getFirst());
        }
        return new Found.Unknown(
                people.isEmpty()
                        ? "Larum knows nobody with your e-mail address of Slack. Nothing was done. An administrator adds it to"
                                + " your entry under people."
                        : "Several people of Larum have your e-mail address. Nothing was done. An administrator gives each"
                                + " one of their own.");
    }

    private static boolean isOff(Yes yes) {
        var user = yes.body().path("user");
        return user.path("deleted").asBoolean(false) || user.path("is_bot").asBoolean(false);
    }

    private static boolean isOfHouse(Own own, Yes yes) {
        if (own.team().equals(yes.text("user", "team_id"))) {
            return true;
        }
        for (var team : yes.body().path("user").path("enterprise_user").path("teams")) {
            if (team.isString() && own.team().equals(team.asString())) {
                return true;
            }
        }
        return false;
    }

    private List<Person> having(String print) {
        return rules.inUse()
                .map(RuleBook.Version::definition)
                .filter(Person.class::isInstance)
                .map(Person.class::cast)
                .filter(person -> email(person)
                        .filter(email -> print(email).equals(print))
                        .isPresent())
                .toList();
    }

    private Optional<String> email(Person person) {
        return person.email() == null ? Optional.empty() : seals.open(person.id(), person.email());
    }

    /** How Slack calls somebody; empty when it knows them not, or cannot be asked. */
    Optional<String> user(SlackApp app, PersonId id) {
        return rules.now().person(id).flatMap(this::email).flatMap(email -> {
            var known = user(email);
            if (known != null) {
                return Optional.of(known);
            }
            SlackAnswer answer = slack.call(app, "users.lookupByEmail", Map.of("email", email));
            if (answer instanceof Yes yes && !yes.text("user", "id").isEmpty()) {
                remember(email, yes.text("user", "id"));
                return Optional.of(yes.text("user", "id"));
            }
            return Optional.empty();
        });
    }
}
