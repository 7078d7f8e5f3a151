package org.larum.app.security;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.larum.app.bus.Commands;
import org.larum.app.config.Settings;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.directory.DirectoryCommand.AppointAdministrator;
import org.larum.domain.directory.DirectoryCommand.Define;
import org.larum.domain.directory.Entry;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Seals;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Secret;
import org.larum.projections.shared.Scope;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Lets people in: by a link the first time, by a password after that, and by tokens for their scripts. Blocking. */
public final class Accounts {

    static final Duration IDLE = Duration.ofHours(12);
    static final Duration ABSOLUTE = Duration.ofDays(7);
    private static final Duration SETUP_LINK = Duration.ofMinutes(30);
    private static final Duration INVITATION = Duration.ofDays(7);
    private static final int SHORTEST_PASSWORD = 10;

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;]{1,64}@[^\\s@<>\",;]{1,190}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}]");

    /** Each hash takes 19 MiB, so only a few at once. */
    private final Semaphore hashing = new Semaphore(2);

    private final Argon2PasswordEncoder passwords = new Argon2PasswordEncoder(16, 32, 1, 19456, 2);
    private final String noPassword;
    private final AccountTable table;
    private final Commands commands;
    private final RuleBook rules;
    private final Seals seals;
    private final Vault vault;
    private final Time time;
    private final Attempts attempts;
    private final @Nullable Secret adminToken;
    private final Secret operatorToken;

    public Accounts(
            AccountTable table,
            Commands commands,
            RuleBook rules,
            Seals seals,
            Vault vault,
            Time time,
            Settings settings,
            Secret operatorToken) {
        this.table = table;
        this.commands = commands;
        this.rules = rules;
        this.seals = seals;
        this.vault = vault;
        this.time = time;
        this.adminToken = settings.adminToken();
        this.operatorToken = operatorToken;
        this.attempts = new Attempts(time);
        this.noPassword = String.valueOf(passwords.encode(vault.token()));
    }

    /** What a browser gets: {@code cookie} once, and the value that its writes must carry. */
    public record SignedIn(String cookie, String csrf, PersonId person) {}

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

    // ------------------------------------------------------------ links

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

    public String invite(PersonId person) {
        var token = vault.token();
        table.saveInvitation(Vault.hash(token), "invitation", person.value(), time.now(), INVITATION);
        return token;
    }

    public record Link(
            String kind, @Nullable String name, @Nullable String email) {}

    public Link link(String token) {
        var invitation = invitation(token);
        var person = Optional.ofNullable(invitation.person()).flatMap(this::person);
        return new Link(
                invitation.kind(),
                person.map(this::name).orElse(null),
                person.map(this::email).orElse(null));
    }

    private AccountTable.Invitation invitation(String token) {
        return table.invitation(Vault.hash(token), time.now())
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.NOT_FOUND,
                        "link_expired",
                        "This link was used already, or its time is over. Ask an administrator for a new one;"
                                + " the set-up link is printed anew at each start of the server."));
    }

    /** Takes the link and makes the account; a link lets in once. */
    public SignedIn accept(String token, Form form) {
        var invitation = invitation(token);
        // An invitation is for one address: whoever takes it cannot take somebody else's.
        var invited = Optional.ofNullable(invitation.person())
                .flatMap(this::person)
                .map(this::email)
                .map(Accounts::clean);
        var email = invited.orElseGet(() -> clean(String.valueOf(form.email())));
        check(form, email);
        var person = Optional.ofNullable(invitation.person())
                .flatMap(this::person)
                .map(Person::id)
                .orElseGet(() -> byEmail(email).map(Person::id).orElseGet(() -> PersonId.of(email)));
        boolean isSetup = invitation.kind().equals("setup");
        var hash = encode(String.valueOf(form.password()));
        commands.inOneUnit(() -> {
            if (!table.useInvitation(Vault.hash(token), time.now())) {
                throw new Refusal(Refusal.Kind.NOT_FOUND, "link_expired", "Somebody has just used this link.");
            }
            define(person, form, email, isSetup);
            if (isSetup) {
                // A file may describe this person, and says nothing of it: somebody must be able to administer.
                commands.within(Map.of(), new AppointAdministrator(person.value()));
            }
            if (table.byEmail(fingerprint(email))
                    .filter(other -> !other.person().equals(person.value()))
                    .isPresent()) {
                throw new Refusal(
                        Refusal.Kind.CONFLICT,
                        "email_taken",
                        "Somebody signs in with this address already. Nothing was saved. Use another one.");
            }
            table.saveAccount(person.value(), fingerprint(email), hash, time.now());
            // A new password is the end of whatever the old one or another link had opened.
            table.endSessionsOf(person.value());
            table.endInvitationsOf(person.value());
            return null;
        });
        rules.catchUp();
        return signIn(person);
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
        var definition = new Person(
                id,
                word,
                seals.seal(id, String.valueOf(form.name()).strip()),
                seals.seal(id, email),
                String.valueOf(form.timeZone()),
                administrator);
        commands.within(Map.of(), new Define(id.value(), definition, Entry.API));
    }

    /** Defines somebody who is to be invited, unless the organisation knows the address already. */
    public PersonId introduce(String name, String email) {
        var address = clean(email);
        var mistakes = new ArrayList<Field>();
        checkName(name, mistakes);
        checkEmail(address, mistakes);
        if (!mistakes.isEmpty()) {
            throw new Wrong(mistakes);
        }
        var known = byEmail(address);
        if (known.isPresent()) {
            return known.get().id();
        }
        var id = PersonId.of(address);
        var definition = new Person(id, address, seals.seal(id, name.strip()), seals.seal(id, address), "UTC", false);
        commands.send(new Define(id.value(), definition, Entry.API));
        rules.catchUp();
        return id;
    }

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

    // ------------------------------------------------------------ passwords and sessions

    public SignedIn signIn(String email, String password) {
        var address = clean(email);
        attempts.begin(address);
        var account = table.byEmail(fingerprint(address));
        // The same work for an unknown address: the time of the answer tells nothing.
        boolean isRight =
                matches(password, account.map(AccountTable.Account::password).orElse(noPassword));
        if (!isRight || account.isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.FORBIDDEN,
                    "wrong_credentials",
                    "E-mail and password do not fit together. Nothing was changed. Try again, or ask an administrator for"
                            + " a new invitation.");
        }
        attempts.succeeded(address);
        return signIn(new PersonId(account.get().person()));
    }

    private SignedIn signIn(PersonId person) {
        var cookie = vault.token();
        var csrf = vault.token();
        table.saveSession(Vault.hash(cookie), person.value(), csrf, time.now());
        return new SignedIn(cookie, csrf, person);
    }

    public void signOut(String cookie) {
        table.endSession(Vault.hash(cookie));
    }

    /** A session that is in use, and what its writes must carry. */
    public record Visit(Who who, String csrf) {}

    public Optional<Visit> visit(String cookie) {
        var id = Vault.hash(cookie);
        var now = time.now();
        return table.session(id)
                .filter(session -> session.seenAt().plus(IDLE).isAfter(now)
                        && session.createdAt().plus(ABSOLUTE).isAfter(now))
                .flatMap(session -> {
                    if (session.seenAt().plusSeconds(60).isBefore(now)) {
                        table.touchSession(id, now);
                    }
                    return who(session.person(), "web").map(who -> new Visit(who, session.csrf()));
                });
    }

    // ------------------------------------------------------------ tokens

    /** Whoever a bearer token belongs to; ingest keys are asked elsewhere. */
    public Optional<Who> byToken(String token) {
        if (Vault.isSame(token, operatorToken.value())) {
            return Optional.of(new Who(Who.Kind.OPERATOR, Actor.token("operator"), null, Scope.EVERYTHING, "api"));
        }
        if (adminToken != null && Vault.isSame(token, adminToken.value())) {
            return Optional.of(
                    new Who(Who.Kind.ADMINISTRATOR, Actor.token("admin token"), null, Scope.EVERYTHING, "api"));
        }
        return table.tokenOwner(Vault.hash(token)).flatMap(person -> who(person, "api"));
    }

    /** A new token, shown this once. */
    public String issueToken(PersonId person, String name) {
        var token = "larum_" + vault.token();
        table.saveToken(Vault.hash(token), person.value(), name, time.now());
        return token;
    }

    public boolean revokeToken(PersonId person, String name) {
        return table.revokeTokens(person.value(), name, time.now()) > 0;
    }

    private Optional<Who> who(UUID id, String via) {
        return person(id)
                .map(person -> new Who(
                        isAdministrator(person) ? Who.Kind.ADMINISTRATOR : Who.Kind.PERSON,
                        Actor.person(person.id()),
                        person.id(),
                        Scope.EVERYTHING,
                        via));
    }

    // ------------------------------------------------------------ people

    public Optional<Person> person(UUID id) {
        return rules.now().person(new PersonId(id));
    }

    public boolean isAdministrator(Person person) {
        return rules.isAdministrator(person);
    }

    public String name(Person person) {
        return seals.open(person.id(), person.name()).orElse("Somebody who was erased");
    }

    public @Nullable String email(Person person) {
        return person.email() == null
                ? null
                : seals.open(person.id(), person.email()).orElse(null);
    }

    public Set<UUID> withAccount() {
        return table.people();
    }

    public Set<UUID> invited() {
        return table.invited(time.now());
    }

    private Optional<Person> byEmail(String email) {
        return rules.inUse()
                .map(RuleBook.Version::definition)
                .filter(Person.class::isInstance)
                .map(Person.class::cast)
                .filter(person -> email.equals(clean(String.valueOf(email(person)))))
                .findFirst();
    }

    private String fingerprint(String email) {
        return vault.fingerprint("account", email);
    }

    private static String clean(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private String encode(String password) {
        hashing.acquireUninterruptibly();
        try {
            return String.valueOf(passwords.encode(password));
        } finally {
            hashing.release();
        }
    }

    private boolean matches(String password, String encoded) {
        hashing.acquireUninterruptibly();
        try {
            return passwords.matches(password, encoded);
        } finally {
            hashing.release();
        }
    }
}
