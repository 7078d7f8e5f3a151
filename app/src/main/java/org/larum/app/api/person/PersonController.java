package org.larum.app.api.person;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.bus.Door;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.delivery.InvitationMail;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.Accounts;
import org.larum.app.security.Callers;
import org.larum.app.security.Invitations;
import org.larum.app.security.Invitations.Told;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.directory.PersonId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Refusal;
import org.larum.projections.shared.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** People, their invitations, and the tokens for their scripts. */
@RestController
public class PersonController {

    private final Door door;
    private final Accounts accounts;
    private final Invitations invitations;
    private final RuleBook rules;
    private final InvitationMail mail;

    public PersonController(
            Door door, Accounts accounts, Invitations invitations, RuleBook rules, InvitationMail mail) {
        this.door = door;
        this.accounts = accounts;
        this.invitations = invitations;
        this.rules = rules;
        this.mail = mail;
    }

    public record Invitation(
            @Nullable String email, @Nullable String name) {}

    /** {@code mail}: "sent", or "waiting" with the link to hand over by other means. */
    public record Invited(
            PersonView person,
            String mail,
            @Nullable String link,
            @Nullable String reason) {}

    public record TokenWish(@Nullable String name) {}

    /** A new token, shown this once. */
    public record NewToken(String name, String token) {}

    @GetMapping("/api/people")
    @Permit(Permission.RESPOND)
    public Mono<Page<PersonView>> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return door.go(() -> {
            var asked = Asking.page(limit, after);
            var last = word(asked.after());
            var found = rules.inUse()
                    .map(RuleBook.Version::definition)
                    .filter(Person.class::isInstance)
                    .map(Person.class::cast)
                    .filter(person -> last == null || person.word().compareTo(last) > 0)
                    .limit(asked.limit() + 1L)
                    .toList();
            var active = accounts.withAccount();
            var invited = accounts.invited();
            var items = found.stream()
                    .limit(asked.limit())
                    .map(person -> PersonView.of(person, accounts, active, invited))
                    .toList();
            return new Page<>(items, found.size() > asked.limit() ? cursor(items) : null);
        });
    }

    private static String cursor(List<PersonView> items) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(items.getLast().word().getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String word(@Nullable String cursor) {
        try {
            return cursor == null ? null : new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.INVALID, "bad_cursor", "\"after\" is not a cursor of this list.");
        }
    }

    @PostMapping("/api/people/invitations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Permit(Permission.ADMINISTER)
    public Mono<Invited> invite(@RequestBody Invitation invitation) {
        var name = invitation.name() == null ? "" : invitation.name();
        var email = invitation.email() == null ? "" : invitation.email();
        return Mono.deferContextual(context -> Callers.current().flatMap(who -> {
            var write = Write.of(who.actor(), context, Idempotency.bytes("invite", name, email));
            return door.go(() -> {
                var invited = invitations.invite(name, email, write);
                var person = accounts.person(invited.person().value()).orElseThrow();
                var told = told(invited, accounts.email(person), write);
                var view = PersonView.of(person, accounts, accounts.withAccount(), accounts.invited());
                return new Invited(
                        view,
                        told.isSent() ? "sent" : "waiting",
                        told.isSent() ? null : mail.link(invited.token()),
                        told.reason());
            });
        }));
    }

    /** Mails at most once: whoever cannot be sure that it was sent gets the link to hand over. */
    private Told told(Invitations.Invited invited, @Nullable String address, Write write) {
        if (!invited.isNew()) {
            return invited.told() == null
                    ? new Told(false, "Whether the mail was sent is not known. Hand the link over yourself.")
                    : invited.told();
        }
        var told = mail.send(address, invited.token());
        invitations.told(write, invited, told);
        return told;
    }

    @PostMapping("/api/me/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.RESPOND)
    public Mono<NewToken> issue(@RequestBody TokenWish wish) {
        var name = wish.name() == null ? "" : wish.name().strip();
        if (name.isEmpty() || name.length() > 100) {
            return Mono.error(new Refusal(
                    Refusal.Kind.INVALID,
                    "bad_name",
                    "\"name\" must have 1 to 100 characters: what will use the token?"));
        }
        return write("issue", name, (person, write) -> new NewToken(name, accounts.issueToken(person, name, write)));
    }

    @DeleteMapping("/api/me/tokens/{name}")
    @Permit(Permission.RESPOND)
    public Mono<Map<String, Boolean>> revoke(@PathVariable String name) {
        return write("revoke", name, (person, write) -> Map.of("changed", accounts.revokeToken(person, name, write)));
    }

    private <T> Mono<T> write(String what, String name, BiFunction<PersonId, Write, T> work) {
        return Mono.deferContextual(context -> Callers.current()
                .mapNotNull(who -> who.person())
                .switchIfEmpty(Mono.error(onlyPeople()))
                .flatMap(person -> {
                    var write = Write.of(Actor.person(person), context, Idempotency.bytes(what, name));
                    return door.go(() -> work.apply(person, write));
                }));
    }

    private static Refusal onlyPeople() {
        return new Refusal(
                Refusal.Kind.FORBIDDEN, "not_a_person", "Only a person has tokens. Sign in, or use a person's token.");
    }
}
