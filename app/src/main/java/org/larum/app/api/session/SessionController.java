package org.larum.app.api.session;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.person.PersonView;
import org.larum.app.bus.Door;
import org.larum.app.bus.Idempotency;
import org.larum.app.config.Settings;
import org.larum.app.security.Accounts;
import org.larum.app.security.Accounts.SignedIn;
import org.larum.app.security.Callers;
import org.larum.app.security.Cookies;
import org.larum.app.security.Invitations;
import org.larum.app.security.Invitations.Form;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Sign in, sign out, and take an invitation. */
@RestController
public class SessionController {

    private final Door door;
    private final Accounts accounts;
    private final Invitations invitations;
    private final Settings settings;

    public SessionController(Door door, Accounts accounts, Invitations invitations, Settings settings) {
        this.door = door;
        this.accounts = accounts;
        this.invitations = invitations;
        this.settings = settings;
    }

    /** What somebody signs in with. */
    public record Credentials(
            @Nullable String email, @Nullable String password) {}

    /** Who is signed in; {@code csrf} is what writes must carry in X-Larum-Csrf. */
    public record SessionView(PersonView person, @Nullable String csrf) {}

    @GetMapping("/api/session")
    @Permit(Permission.RESPOND)
    public Mono<SessionView> current(ServerWebExchange exchange) {
        return Callers.current()
                .mapNotNull(who -> who.person())
                .flatMap(person -> door.go(() -> new SessionView(view(person.value()), Cookies.csrf(exchange))));
    }

    @PostMapping("/api/session")
    @Permit(Permission.OPEN)
    public Mono<ResponseEntity<SessionView>> signIn(@RequestBody Credentials credentials) {
        var email = String.valueOf(credentials.email());
        var password = String.valueOf(credentials.password());
        return door.go(() -> started(accounts.signIn(email, password)));
    }

    @DeleteMapping("/api/session")
    @Permit(Permission.RESPOND)
    public Mono<ResponseEntity<Void>> signOut(ServerWebExchange exchange) {
        var cookie = Cookies.read(exchange);
        return door.go(() -> {
            if (cookie != null) {
                accounts.signOut(cookie);
            }
            return ResponseEntity.noContent()
                    .header(HttpHeaders.SET_COOKIE, Cookies.none(settings).toString())
                    .build();
        });
    }

    @GetMapping("/api/invitations/{token}")
    @Permit(Permission.OPEN)
    public Mono<Invitations.Offered> invitation(@PathVariable String token) {
        return door.go(() -> invitations.link(token));
    }

    @PostMapping("/api/invitations/{token}")
    @Permit(Permission.OPEN)
    public Mono<ResponseEntity<SessionView>> accept(@PathVariable String token, @RequestBody Form form) {
        return Mono.deferContextual(context -> {
            var key = Idempotency.key(context);
            return door.go(() -> started(invitations.accept(token, form, key)));
        });
    }

    private ResponseEntity<SessionView> started(SignedIn session) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.SET_COOKIE,
                        Cookies.of(session.cookie(), settings).toString())
                .body(new SessionView(view(session.person().value()), session.csrf()));
    }

    private PersonView view(UUID id) {
        var person = accounts.person(id).orElseThrow();
        return PersonView.of(person, accounts, Set.of(id), Set.of());
    }
}
