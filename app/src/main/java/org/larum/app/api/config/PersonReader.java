package org.larum.app.api.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.config.Organisation.Person;
import org.larum.domain.directory.Reach;
import org.larum.domain.directory.Reach.Quiet;
import org.larum.domain.directory.Reach.Way;
import org.larum.domain.directory.Reach.Wish;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Severity;

/** Reads who somebody is, and how they want to be reached. */
final class PersonReader {

    private static final int MOST_ROLES = 20;
    private static final int MOST_WAYS = 10;
    private static final Duration LEAST_EVERY = Duration.ofMinutes(1);

    private static final List<String> PERSON =
            List.of("name", "email", "phone", "timeZone", "administrator", "roles", "reach", "quiet");
    private static final List<String> QUIET = List.of("hours", "except");
    private static final List<String> SEVERITIES =
            Stream.of(Severity.values()).map(PersonReader::word).toList();
    private static final List<ChannelKind> WAYS =
            List.of(ChannelKind.PUSH, ChannelKind.SMS, ChannelKind.CALL, ChannelKind.EMAIL, ChannelKind.SLACK);
    private static final String WAYS_HINT = "1 to 10 ways, such as [{push: 0m}, {sms: 2m}, {call: 5m, every: 3m}]";
    private static final String QUIET_HINT = "hours of the day, such as \"22:00-07:00\"";
    private static final String ROLES_HINT = "words, such as [manager, senior]";
    private static final String PHONE_HINT = "a telephone number with its country, such as \"+44 7700 900123\"";

    private final Reading reading;
    private final Mistakes mistakes;

    /** Where an e-mail address was first given. */
    private final Map<String, String> mailboxes = new HashMap<>();

    PersonReader(Reading reading) {
        this.reading = reading;
        this.mistakes = reading.mistakes();
    }

    static Optional<Severity> severity(String word) {
        return Stream.of(Severity.values())
                .filter(one -> word(one).equals(word))
                .findFirst();
    }

    /** As the file writes it. */
    static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    Person person(Object value, String path) {
        var block = Block.of(value, path, mistakes, "a person", PERSON);
        var email = block.optionalText("email", 255, "an e-mail address, such as ada@example.com");
        email.ifPresent(address -> checkMailbox(address, block.at("email")));
        var phone = block.optionalText("phone", 30, PHONE_HINT).flatMap(text -> phone(text, block.at("phone")));
        var zone = reading.zone(
                block.optionalText("timeZone", 60, "a time zone, such as Europe/London"), block.at("timeZone"));
        var person = new Person(
                block.text("name", ConfigReader.LONGEST_NAME, "the name that the others know, such as Ada Lovelace"),
                email.orElse(null),
                zone,
                block.flag("administrator"),
                phone.orElse(null),
                roles(block),
                reach(block));
        checkWays(person, block.at("reach"));
        return person;
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

    /** In the international form, without what is only there to be read. */
    private Optional<String> phone(String text, String path) {
        var number = number(text);
        if (number.isEmpty()) {
            mistakes.add(path, "This is not a telephone number. Write " + PHONE_HINT + ".");
        }
        return number;
    }

    /** As providers write it; empty when it is none. */
    static Optional<String> number(String text) {
        return Optional.of(text.replaceAll("[ ().-]", "")).filter(number -> number.matches("\\+[1-9][0-9]{6,14}"));
    }

    private @Nullable List<String> roles(Block block) {
        var list = block.optionalList("roles", MOST_ROLES, ROLES_HINT);
        var roles = new LinkedHashSet<String>();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof String word && Words.isWord(word)) {
                roles.add(word);
            } else {
                mistakes.add(block.at("roles") + "[" + i + "]", "This is not a word. Write " + ROLES_HINT + ".");
            }
        }
        return roles.isEmpty() ? null : List.copyOf(roles);
    }

    private @Nullable Reach reach(Block block) {
        var wishes = new ArrayList<Wish>();
        if (block.has("reach")) {
            var given = block.needed("reach", "ways by severity").orElse(Map.of());
            var ways = Block.of(given, block.at("reach"), mistakes, "the ways by severity", SEVERITIES);
            for (var severity : Severity.values()) {
                if (ways.has(word(severity))) {
                    wishes.add(new Wish(severity, ways(ways, word(severity))));
                }
            }
        }
        var quiet = quiet(block);
        return wishes.isEmpty() && quiet == null ? null : new Reach(wishes, quiet);
    }

    private List<Way> ways(Block block, String severity) {
        var list = block.list(severity, MOST_WAYS, WAYS_HINT);
        var ways = new ArrayList<Way>();
        for (int i = 0; i < list.size(); i++) {
            var path = block.at(severity) + "[" + i + "]";
            way(list.get(i), path, i == list.size() - 1).ifPresent(way -> {
                if (!ways.isEmpty() && way.after().compareTo(ways.getLast().after()) < 0) {
                    mistakes.add(
                            path, "This is earlier than the one before it. Write them in the order of their times.");
                }
                ways.add(way);
            });
        }
        return List.copyOf(ways);
    }

    private Optional<Way> way(@Nullable Object value, String path, boolean isLast) {
        var names = new ArrayList<>(WAYS.stream().map(PersonReader::word).toList());
        names.add("every");
        var block = Block.of(value, path, mistakes, "a way", names);
        var given = WAYS.stream().filter(way -> block.has(word(way))).toList();
        if (given.size() != 1) {
            mistakes.add(path, "One way is wanted here, and when it is gone. Write one such as {sms: 2m}.");
            return Optional.empty();
        }
        var after = time(block, word(given.getFirst()));
        var every = block.has("every") ? time(block, "every") : Optional.<Duration>empty();
        if (block.has("every") && !isLast) {
            mistakes.add(block.at("every"), "Only the last way is gone again and again. Take this out.");
        }
        if (every.isPresent() && every.get().compareTo(LEAST_EVERY) < 0) {
            mistakes.add(block.at("every"), "This is too often. Write 1m or more.");
        }
        return after.map(time -> new Way(given.getFirst(), time, every.orElse(null)));
    }

    private Optional<Duration> time(Block block, String name) {
        var hint = "how long after the first, such as 0m or 2m";
        return block.needed(name, hint).flatMap(value -> {
            var text = String.valueOf(value);
            var time = text.matches("0[smhd]?") ? Optional.of(Duration.ZERO) : Pause.read(text);
            if (time.isEmpty()) {
                mistakes.add(block.at(name), "This is not a time. Write " + hint + ".");
            }
            return time;
        });
    }

    /** Two severities wake everybody at any hour unless a person says otherwise. */
    private @Nullable Quiet quiet(Block block) {
        var given = block.given("quiet", QUIET_HINT).orElse(null);
        if (given == null) {
            return null;
        }
        var usual = List.of(Severity.CRITICAL, Severity.HIGH);
        if (given instanceof String text) {
            return quiet(text, block.at("quiet"), usual);
        }
        var inner = Block.of(given, block.at("quiet"), mistakes, "quiet hours", QUIET);
        var except = inner.has("except") ? except(inner) : usual;
        return quiet(inner.text("hours", 20, QUIET_HINT), inner.at("hours"), except);
    }

    private List<Severity> except(Block block) {
        var hint = "severities, such as [critical, high]";
        var list = block.optionalList("except", SEVERITIES.size(), hint);
        var except = new ArrayList<Severity>();
        for (int i = 0; i < list.size(); i++) {
            var found = list.get(i) instanceof String word ? severity(word) : Optional.<Severity>empty();
            if (found.isEmpty()) {
                mistakes.add(block.at("except") + "[" + i + "]", "This is no severity. Write " + hint + ".");
            }
            found.ifPresent(except::add);
        }
        return List.copyOf(except);
    }

    private @Nullable Quiet quiet(String text, String path, List<Severity> except) {
        var found = Watches.ofDay(text);
        if (found.isEmpty()) {
            mistakes.add(path, "These are no hours of the day. Write " + QUIET_HINT + ".");
            return null;
        }
        return new Quiet(found.get().from(), found.get().until(), except);
    }

    /** A way that needs what is not given would never be gone. */
    private void checkWays(Person person, String path) {
        var reach = person.reach();
        if (reach == null) {
            return;
        }
        for (var wish : reach.wishes()) {
            for (int i = 0; i < wish.ways().size(); i++) {
                var missing = missing(person, wish.ways().get(i).channel());
                if (missing != null) {
                    mistakes.add(path + "." + word(wish.severity()) + "[" + i + "]", missing);
                }
            }
        }
    }

    private static @Nullable String missing(Person person, ChannelKind channel) {
        return switch (channel) {
            case SMS, CALL ->
                person.phone() == null ? "This needs a telephone number. Write \"phone\" for this person." : null;
            case EMAIL, SLACK ->
                person.email() == null ? "This needs an e-mail address. Write \"email\" for this person." : null;
            case PUSH, WEBHOOK, SOURCE -> null;
        };
    }

    /** By the names of the file. */
    static Map<String, Object> fields(Reach reach) {
        var fields = new LinkedHashMap<String, Object>();
        if (!reach.wishes().isEmpty()) {
            var wishes = new LinkedHashMap<String, Object>();
            reach.wishes()
                    .forEach(wish -> wishes.put(
                            word(wish.severity()),
                            wish.ways().stream().map(PersonReader::fields).toList()));
            fields.put("reach", wishes);
        }
        if (reach.quiet() != null) {
            var quiet = new LinkedHashMap<String, Object>();
            quiet.put("hours", reach.quiet().from() + "-" + reach.quiet().until());
            quiet.put(
                    "except",
                    reach.quiet().except().stream().map(PersonReader::word).toList());
            fields.put("quiet", quiet);
        }
        return fields;
    }

    private static Map<String, Object> fields(Way way) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put(word(way.channel()), way.after().isZero() ? "0m" : Pause.write(way.after()));
        if (way.every() != null) {
            fields.put("every", Pause.write(way.every()));
        }
        return fields;
    }
}
