package org.larum.app.security;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.config.Settings;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Seals;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Secret;
import org.larum.projections.shared.Scope;

/** Lets in whoever has an account: by a password into a session, and by tokens for their scripts. Blocking. */
public final class Accounts {

    static final Duration IDLE = Duration.ofHours(12);
    static final Duration ABSOLUTE = Duration.ofDays(7);

    private final Passwords passwords = new Passwords();
    private final AccountTable table;
    private final SignInAttemptTable attempts;
    private final Commands commands;
    private final Idempotency idempotency;
    private final RuleBook rules;
    private final Seals seals;
    private final Vault vault;
    private final Time time;
    private final @Nullable Secret adminToken;
    private final Secret operatorToken;

    public Accounts(
            AccountTable table,
            SignInAttemptTable attempts,
            Commands commands,
            Idempotency idempotency,
            RuleBook rules,
            Seals seals,
            Vault vault,
            Time time,
            Settings settings,
            Secret operatorToken) {
        this.table = table;
        this.attempts = attempts;
        this.commands = commands;
        this.idempotency = idempotency;
        this.rules = rules;
        this.seals = seals;
        this.vault = vault;
        this.time = time;
        this.adminToken = settings.adminToken();
        this.operatorToken = operatorToken;
    }

    /** What a browser gets: {@code cookie} once, and the value that its writes must carry. */
    public record SignedIn(String cookie, String csrf, PersonId person) {}

    // ------------------------------------------------------------ passwords and sessions

    public SignedIn signIn(String email, String password) {
        var address = fingerprint(clean(email));
        attempts.begin(address);
        var account = table.byEmail(address);
        // The same work for an unknown address: the time of the answer tells nothing.
        boolean isRight = passwords.matches(
                password, account.map(AccountTable.Account::password).orElse(Passwords.NOBODYS));
        if (!isRight || account.isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.FORBIDDEN,
                    "wrong_credentials",
                    "E-mail and password do not fit together. Nothing was changed. Try again, or ask an administrator for"
                            + " a new invitation.");
        }
        attempts.succeeded(address);
        return open(new PersonId(account.get().person()));
    }

    /** A new session for somebody who has proved who they are. */
    SignedIn open(PersonId person) {
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

    /** Inside a unit of work: the account of a person, and the end of whatever an earlier password or link had opened. */
    void save(PersonId person, String email, String hash) {
        var address = fingerprint(email);
        if (table.byEmail(address)
                .filter(other -> !other.person().equals(person.value()))
                .isPresent()) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "email_taken",
                    "Somebody signs in with this address already. Nothing was saved. Use another one.");
        }
        table.saveAccount(person.value(), address, hash, time.now());
        table.endSessionsOf(person.value());
        table.endInvitationsOf(person.value());
    }

    String hash(String password) {
        return passwords.encode(password);
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

    private record Issued(byte[] sealed) {}

    private record Revoked(boolean changed) {}

    /** A new token; the same one when the same write is sent again. */
    public String issueToken(PersonId person, String name, Write write) {
        var issued = commands.inOneUnit(() -> idempotency.once(write, Issued.class, () -> {
            var token = "larum_" + vault.token();
            table.saveToken(Vault.hash(token), person.value(), name, time.now());
            return new Issued(vault.wrap(token));
        }));
        return vault.unwrapText(issued.sealed());
    }

    /** False when there was none of this name. */
    public boolean revokeToken(PersonId person, String name, Write write) {
        return commands.inOneUnit(() -> idempotency.once(
                        write,
                        Revoked.class,
                        () -> new Revoked(table.revokeTokens(person.value(), name, time.now()) > 0)))
                .changed();
    }

    /** Somebody who has proved elsewhere who they are, as they are here now. */
    public Optional<Who> who(UUID id, String via) {
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

    Optional<Person> byEmail(String email) {
        return rules.inUse()
                .map(RuleBook.Version::definition)
                .filter(Person.class::isInstance)
                .map(Person.class::cast)
                .filter(person -> email.equals(clean(String.valueOf(email(person)))))
                .findFirst();
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

    private String fingerprint(String email) {
        return vault.fingerprint("account", email);
    }

    static String clean(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
