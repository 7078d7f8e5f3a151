package org.larum.app.security;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.Accounts.SignedIn;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.directory.DirectoryCommand.AppointAdministrator;
import org.larum.domain.directory.DirectoryCommand.Define;
import org.larum.domain.directory.Entry;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Seals;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;

/** The links by which somebody gets an account: printed at the first start, or sent by an administrator. Blocking. */
public final class Invitations {

    private static final Duration SETUP_LINK = Duration.ofMinutes(30);
    private static final Duration INVITATION = Duration.ofDays(7);
    private static final int SHORTEST_PASSWORD = 10;

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;]{1,64}@[^\\s@<>\",;]{1,190}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}]");

    private final AccountTable table;
    private final Accounts accounts;
    private final Commands commands;
    private final Idempotency idempotency;
    private final RuleBook rules;
    private final Seals seals;
    private final Vault vault;
    private final Time time;

    public Invitations(
            AccountTable table,
            Accounts accounts,
            Commands commands,
            Idempotency idempotency,
            RuleBook rules,
            Seals seals,
            Vault vault,
            Time time) {
        this.table = table;
        this.accounts = accounts;
        this.commands = commands;
        this.idempotency = idempotency;
        this.rules = rules;
        this.seals = seals;
        this.vault = vault;
        this.time = time;
    }

    public record Field(String path, String message) {}

    /** A form that was filled in wrongly. */
    public static final class Wrong extends RuntimeException {
        private final transient List<Field> fields;

        Wrong(List<Field> fields) {
            super("The form has mistakes.", null, false, false);
            this.fields = fields;
        }

        public List<Field> fields() {
            return fields;
        }
    }

    public record Form(
            @Nullable String name,
            @Nullable String email,
            @Nullable String password,
            @Nullable String timeZone) {}

    // ------------------------------------------------------------ making links

    /** The link for the first administrator, if nobody has an account yet; each start makes a new one. */
    public Optional<String> setupLink() {
        if (table.hasAny()) {
            return Optional.empty();
        }
        var token = vault.token();
        table.endSetupLinks();
        table.saveInvitation(Vault.hash(token), "setup", null, time.now(), SETUP_LINK);
        return Optional.of(token);
    }

    /** How a person was told of the link. */
    public record Told(boolean isSent, @Nullable String reason) {}

    /** {@code told} is null while nobody was told; {@code isNew}: whoever asked has to see to that. */
    public record Invited(
            PersonId person, String token, @Nullable Told told, boolean isNew) {}

    private record Kept(
            UUID person, byte[] sealed, @Nullable Told told) {}

    /**
     * A link for one person, who is defined first unless the organisation knows the address already. The same write again
     * answers the same link, and is not new.
     */
    public Invited invite(String name, String email, Write write) {
        var address = Accounts.clean(email);
        var mistakes = new ArrayList<Field>();
        checkName(name, mistakes);
        checkEmail(address, mistakes);
        if (!mistakes.isEmpty()) {
            throw new Wrong(mistakes);
        }
        var token = vault.token();
        var kept = commands.inOneUnit(() -> idempotency.once(write, Kept.class, () -> {
            var person = introduce(name.strip(), address);
            table.saveInvitation(Vault.hash(token), "invitation", person.value(), time.now(), INVITATION);
            return new Kept(person.value(), vault.wrap(token), null);
        }));
        rules.catchUp();
        var given = vault.unwrapText(kept.sealed());
        return new Invited(new PersonId(kept.person()), given, kept.told(), given.equals(token));
    }

    /** What became of the mail belongs to the answer, and is known only after the link was kept. */
    public void told(Write write, Invited invited, Told told) {
        idempotency.amend(write, new Kept(invited.person().value(), vault.wrap(invited.token()), told));
    }

    private PersonId introduce(String name, String address) {
        var known = accounts.byEmail(address);
        if (known.isPresent()) {
            return known.get().id();
        }
        var id = PersonId.of(address);
        var definition = new Person(id, address, seals.seal(id, name), seals.seal(id, address), "UTC", false);
        commands.within(Map.of(), new Define(id.value(), definition, Entry.API));
        return id;
    }

    // ------------------------------------------------------------ taking links

    /** What a link is for, before anybody takes it. */
    public record Offered(
            String kind, @Nullable String name, @Nullable String email) {}

    public Offered link(String token) {
        var invitation = invitation(token);
        var person = person(invitation);
        return new Offered(
                invitation.kind(),
                person.map(accounts::name).orElse(null),
                person.map(accounts::email).orElse(null));
    }

    private AccountTable.Invitation invitation(String token) {
        return table.invitation(Vault.hash(token), time.now())
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.NOT_FOUND,
                        "link_expired",
                        "This link was used already, or its time is over. Ask an administrator for a new one;"
                                + " the set-up link is printed anew at each start of the server."));
    }

    private Optional<Person> person(AccountTable.Invitation invitation) {
        return Optional.ofNullable(invitation.person()).flatMap(accounts::person);
    }

    private record Accepted(UUID person) {}

    /**
     * Takes the link and makes the account; a link lets in once. Whoever sends the same write again, for want of an answer, has
     * the same password and gets a session of the same account.
     */
    public SignedIn accept(String token, Form form, @Nullable String key) {
        var write = write(token, form, key);
        var before = idempotency.answered(write, Accepted.class);
        if (before.isPresent()) {
            return accounts.open(new PersonId(before.get().person()));
        }
        var invitation = invitation(token);
        // An invitation is for one address: whoever takes it cannot take somebody else's.
        var email = person(invitation)
                .map(accounts::email)
                .map(Accounts::clean)
                .orElseGet(() -> Accounts.clean(String.valueOf(form.email())));
        check(form, email);
        var person = person(invitation).or(() -> accounts.byEmail(email)).map(Person::id);
        var id = person.orElseGet(() -> PersonId.of(email));
        var hash = accounts.hash(String.valueOf(form.password()));
        boolean isSetup = invitation.kind().equals("setup");
        var accepted = unlessAnswered(write, () -> {
            if (!table.useInvitation(Vault.hash(token), time.now())) {
                throw new Refusal(Refusal.Kind.NOT_FOUND, "link_expired", "Somebody has just used this link.");
            }
            define(id, form, email, isSetup);
            if (isSetup) {
                // A file may describe this person, and says nothing of it: somebody must be able to administer.
                commands.within(Map.of(), new AppointAdministrator(id.value()));
            }
            accounts.save(id, email, hash);
            return new Accepted(id.value());
        });
        rules.catchUp();
        return accounts.open(new PersonId(accepted.person()));
    }

    /** Of two at once the second finds the link used, by its own twin. */
    private Accepted unlessAnswered(Write write, Supplier<Accepted> work) {
        try {
            return commands.inOneUnit(() -> idempotency.once(write, Accepted.class, work));
        } catch (Refusal tooLate) {
            return idempotency.answered(write, Accepted.class).orElseThrow(() -> tooLate);
        }
    }

    /** Nobody is signed in yet: the link itself is who writes. Its secrecy also guards the password within the print. */
    private static Write write(String token, Form form, @Nullable String key) {
        var request = Idempotency.bytes(
                token,
                String.valueOf(form.name()),
                String.valueOf(form.email()),
                String.valueOf(form.password()),
                String.valueOf(form.timeZone()));
        return new Write(Actor.token("link " + Vault.hash(token)), key, Idempotency.hash(request));
    }

    /** Whoever the file describes stays as the file says; the account alone is added. */
    private void define(PersonId id, Form form, String email, boolean isSetup) {
        var known = rules.latest(id.value()).filter(version -> !version.isRetired());
        if (known.isPresent() && !known.get().origin().equals(Entry.API)) {
            return;
        }
        boolean administrator = isSetup
                || known.map(v -> ((Person) v.definition()).administrator()).orElse(false);
        var word = known.map(v -> v.definition().word()).orElse(email);
        var before = known.map(v -> (Person) v.definition());
        var definition = new Person(
                id,
                word,
                seals.seal(id, String.valueOf(form.name()).strip()),
                seals.seal(id, email),
                String.valueOf(form.timeZone()),
                administrator,
                before.map(Person::phone).orElse(null),
                before.map(Person::roles).orElse(null),
                before.map(Person::reach).orElse(null));
        commands.within(Map.of(), new Define(id.value(), definition, Entry.API));
    }

    // ------------------------------------------------------------ forms

    private static void check(Form form, String email) {
        var mistakes = new ArrayList<Field>();
        checkName(String.valueOf(form.name()), mistakes);
        checkEmail(email, mistakes);
        var password = form.password() == null ? "" : form.password();
        if (password.length() < SHORTEST_PASSWORD || password.length() > 200) {
            mistakes.add(new Field("password", "Choose at least " + SHORTEST_PASSWORD + " characters, at most 200."));
        }
        try {
            ZoneId.of(String.valueOf(form.timeZone()));
        } catch (DateTimeException e) {
            mistakes.add(new Field("timeZone", "Write the name of a time zone, such as Europe/London."));
        }
        if (!mistakes.isEmpty()) {
            throw new Wrong(mistakes);
        }
    }

    private static void checkName(String name, List<Field> mistakes) {
        if (name.isBlank()
                || name.equals("null")
                || name.length() > 100
                || UNPRINTABLE.matcher(name).find()) {
            mistakes.add(new Field("name", "Write the name that the others know, at most 100 characters."));
        }
    }

    private static void checkEmail(String email, List<Field> mistakes) {
        if (!EMAIL.matcher(email).matches() || UNPRINTABLE.matcher(email).find()) {
            mistakes.add(new Field("email", "Write an e-mail address, such as ada@example.com."));
        }
    }
}
