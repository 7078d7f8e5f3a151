package org.larum.app.api.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.config.Change.Kind;
import org.larum.app.api.config.ConfigDiff.Difference;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.rulebook.KeyRing;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.rulebook.RuleBook.Version;
import org.larum.app.security.SecretTable;
import org.larum.app.security.Vault;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Definition.Policy;
import org.larum.domain.directory.DirectoryCommand;
import org.larum.domain.directory.DirectoryCommand.Define;
import org.larum.domain.directory.DirectoryCommand.Retire;
import org.larum.domain.directory.Entry;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Rule;
import org.larum.domain.directory.Schedule;
import org.larum.domain.directory.Seals;
import org.larum.domain.shared.Refusal;

/** Applies a file that describes the organisation, or one entry of it: in one unit of work, or not at all. Blocking. */
public final class ConfigDesk {

    private final Commands commands;
    private final Idempotency idempotency;
    private final Book book;
    private final Seals seals;
    private final Prints prints;
    private final Safe safe;

    /** One at a time on a node: to compare and to write must not be overtaken. */
    private final ReentrantLock turn = new ReentrantLock();

    public ConfigDesk(
            Commands commands, Idempotency idempotency, RuleBook rules, Seals seals, SecretTable secrets, Vault vault) {
        this(commands, idempotency, Book.of(rules), seals, prints(seals, secrets, vault), secrets::keep);
    }

    ConfigDesk(
            Commands commands, Idempotency idempotency, Book book, Seals seals, Prints prints, Consumer<String> keep) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.book = book;
        this.seals = seals;
        this.prints = prints;
        this.safe = new Safe(seals, keep);
    }

    private static Prints prints(Seals seals, SecretTable secrets, Vault vault) {
        return new Prints() {
            @Override
            public String person(PersonId person, String plain) {
                return seals.fingerprint(person, plain);
            }

            @Override
            public String key(String plain) {
                return KeyRing.fingerprint(vault, plain);
            }

            @Override
            public String secret(String plain) {
                return secrets.fingerprint(plain);
            }
        };
    }

    /**
     * {@code changes}: what became different, or would on a dry run; what is the same is not in it. {@code toTest}: channels that are new or
     * different and are not proven to work before a test arrives.
     */
    public record Result(boolean applied, boolean dryRun, List<Change> changes, List<String> toTest) {

        private Result(boolean applied, List<Change> changes) {
            this(
                    applied,
                    !applied,
                    changes,
                    changes.stream().filter(Change::wantsTest).map(Change::word).toList());
        }
    }

    /**
     * Throws {@link ConfigMistakes} when the file cannot be applied; then nothing was changed.
     *
     * @param origin the name of the file, which owns its entries from now on
     * @param prune retires what a file described before and this one does not
     */
    public Result apply(String yaml, String origin, boolean dryRun, boolean prune, Write write) {
        if (origin.equals(Entry.API)) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "bad_file_name",
                    "A file cannot be called \"api\": that is the name of what people change in the application."
                            + " Nothing was changed. Give another name.");
        }
        Supplier<Plan> plan = () -> plan(YamlTree.parse(yaml), origin, true, prune);
        if (dryRun) {
            return new Result(false, plan.get().changes());
        }
        return inTurn(write, () -> carryOut(plan.get(), origin, write));
    }

    /** Defines one entry, as people do in the application. Refused when a file owns it. */
    Result put(Section section, String word, String yaml, Write write) {
        return inTurn(write, () -> {
            var file = file(section, word, YamlTree.parse(yaml));
            return carryOut(plan(file, Entry.API, false, false), Entry.API, write);
        });
    }

    /** Defines a board of somebody, in the fields of the file. Refused when a file owns it. */
    public Result board(String word, Map<String, Object> board, Write write) {
        return inTurn(write, () -> {
            var file = file(Section.DASHBOARDS, word, board);
            return carryOut(plan(file, Entry.API, false, false), Entry.API, write);
        });
    }

    public Result deleteBoard(String word, Write write) {
        return delete(Section.DASHBOARDS, word, write);
    }

    /** Somebody in the shape of the file. */
    public Map<String, Object> person(Definition.Person person) {
        return ConfigView.of(person, seals);
    }

    /**
     * Somebody changes some of their own fields, in the shape of the file; null takes one out. All the others stay as they are. Refused
     * when a file owns it; throws {@link ConfigMistakes} when it cannot be so.
     */
    public Result amend(PersonId id, Map<String, ? extends @Nullable Object> fields, Write write) {
        return inTurn(write, () -> {
            book.catchUp();
            var person = book.inUse().stream()
                    .filter(one -> one.definition().id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(
                            Refusal.Kind.NOT_FOUND,
                            "no_such_entry",
                            "You are not in the organisation any more. Nothing was changed."));
            if (!person.origin().equals(Entry.API)) {
                throw new Refusal(
                        Refusal.Kind.CONFLICT,
                        "owned_by_file",
                        "You are described by " + person.origin() + ", which would undo this. Nothing was changed."
                                + " Give the text below to whoever keeps that file.");
            }
            var entry = new LinkedHashMap<>(person((Definition.Person) person.definition()));
            fields.forEach((name, value) -> entry.compute(name, (same, old) -> value));
            var word = person.definition().word();
            return carryOut(plan(file(Section.PEOPLE, word, entry), Entry.API, false, false), Entry.API, write);
        });
    }

    private static Map<String, Object> file(Section section, String word, @Nullable Object entry) {
        var value = entry == null ? Map.of() : entry;
        return switch (section) {
            case EMAIL -> Map.of("channels", Map.of("email", value));
            case TWILIO -> Map.of("channels", Map.of("twilio", value));
            case SLACK -> Map.of("channels", Map.of("slack", value));
            case LIMITS -> Map.of("channels", Map.of("limits", value));
            case TEMPLATES -> Map.of("channels", Map.of("templates", value));
            case SMS -> Map.of("channels", Map.of("sms", entry == null ? List.of() : entry));
            case MAJOR, SLA -> Map.of(section.path(), value);
            case WEBHOOKS -> Map.of("channels", Map.of("webhooks", Map.of(word, value)));
            default -> Map.of(section.path(), Map.of(word, value));
        };
    }

    /** Retires one entry. Refused when a file owns it, and while others name it. */
    Result delete(Section section, String word, Write write) {
        return inTurn(write, () -> {
            book.catchUp();
            var id = section.id(word);
            var inUse = definitions(book.inUse());
            var entry = inUse.stream()
                    .filter(one -> one.id().value().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(
                            Refusal.Kind.NOT_FOUND,
                            "no_such_entry",
                            "There is no " + section.noun() + " " + Suggestion.shown(word) + "."));
            send(new Retire(id, Entry.API), write);
            var dependents = Dependents.of(id, inUse);
            if (!dependents.isEmpty()) {
                throw new Refusal(
                        Refusal.Kind.CONFLICT,
                        "still_needed",
                        "\"" + word + "\" is named by " + String.join(", ", dependents)
                                + ". Nothing was changed. Change that first.");
            }
            var removed = ConfigDiff.difference(Kind.REMOVED, entry, List.of());
            return new Result(true, List.of(removed.change()));
        });
    }

    /** A rule as it would be saved; throws {@link ConfigMistakes} when it would not be. */
    Rule draft(Section section, Map<String, Object> rule) {
        book.catchUp();
        var known = Known.of(book.inUse().stream().map(Version::definition));
        return ConfigReader.read(Map.of(section.path(), Map.of("draft", rule)), known)
                .rules()
                .getFirst();
    }

    /** A policy as it would be saved; throws {@link ConfigMistakes} when it would not be. */
    Policy policy(String word, Map<String, Object> policy) {
        book.catchUp();
        var inUse = definitions(book.inUse());
        var file = ConfigReader.read(Map.of(Section.POLICIES.path(), Map.of(word, policy)), Known.of(inUse.stream()));
        Consistency.check(after(Definitions.of(file, prints), inUse), List.of());
        return file.policies().getFirst();
    }

    /** A schedule as it would be saved, of a word that may not be there yet; throws {@link ConfigMistakes} when it would not be. */
    public Schedule draft(String word, Map<String, Object> schedule) {
        book.catchUp();
        var known = Known.of(book.inUse().stream().map(Version::definition));
        return ConfigReader.read(file(Section.SCHEDULES, word, schedule), known)
                .schedules()
                .getFirst();
    }

    /** A schedule in the shape of the file. */
    public Map<String, Object> schedule(Schedule schedule) {
        var words = book.inUse().stream()
                .map(Version::definition)
                .collect(Collectors.toMap(one -> one.id().value(), Definition::word));
        return ScheduleFields.of(schedule, person -> words.get(person.value()));
    }

    void catchUp() {
        book.catchUp();
    }

    /** What is in use, in the shape of the file, without its secrets. */
    Map<String, Object> inUse() {
        book.catchUp();
        return ConfigView.of(definitions(book.inUse()), seals);
    }

    /** The entries of one section in the shape of the file. Nothing else is opened for it. */
    @SuppressWarnings("unchecked") // the shape of the file: entries of fields
    Map<String, Map<String, Object>> inUse(Section section) {
        book.catchUp();
        var entries = definitions(book.inUse()).stream()
                .filter(one -> Section.of(one) == section)
                .toList();
        return (Map<String, Map<String, Object>>) ConfigView.of(entries, seals).getOrDefault(section.path(), Map.of());
    }

    private Result inTurn(Write write, Supplier<Result> work) {
        turn.lock();
        try {
            var result = commands.inOneUnit(() -> idempotency.once(write, Result.class, work));
            book.catchUp();
            return result;
        } finally {
            turn.unlock();
        }
    }

    /** What is to be done to make it so. */
    private record Plan(Organisation file, List<Difference> differences) {

        List<Change> changes() {
            return differences.stream().map(Difference::change).toList();
        }
    }

    private Plan plan(@Nullable Object tree, String origin, boolean isWhole, boolean prune) {
        book.catchUp();
        var inUse = book.inUse();
        var staying = prune
                ? inUse.stream().filter(one -> one.origin().equals(Entry.API)).toList()
                : inUse;
        var file = ConfigReader.read(tree, Known.of(staying.stream().map(Version::definition)));
        var wanted = Definitions.of(file, prints);
        var differences = new ArrayList<>(ConfigDiff.changes(wanted, inUse, origin));
        if (isWhole) {
            differences.addAll(ConfigDiff.missing(wanted, inUse, prune ? Kind.REMOVED : Kind.ABSENT));
        }
        Consistency.check(after(wanted, definitions(staying)), differences);
        return new Plan(file, differences);
    }

    private static List<Definition> after(List<Definition> wanted, List<Definition> staying) {
        var described = wanted.stream().map(Definition::id).toList();
        return Stream.concat(wanted.stream(), staying.stream().filter(one -> !described.contains(one.id())))
                .toList();
    }

    private Result carryOut(Plan plan, String origin, Write write) {
        var inUse = book.inUse();
        for (var difference : plan.differences()) {
            var owner = ConfigDiff.owner(difference, inUse, origin);
            UUID id = difference.definition().id().value();
            switch (difference.change().kind()) {
                case ADDED, CHANGED ->
                    send(new Define(id, safe.put(difference.definition(), plan.file()), owner), write);
                case REMOVED -> send(new Retire(id, owner), write);
                case ABSENT -> {}
            }
        }
        return new Result(true, plan.changes());
    }

    private void send(DirectoryCommand command, Write write) {
        var actor = write.actor().id();
        commands.within(Map.of("actor", actor == null ? "larum" : actor), command);
    }

    private static List<Definition> definitions(List<Version> versions) {
        return versions.stream().map(Version::definition).toList();
    }
}
