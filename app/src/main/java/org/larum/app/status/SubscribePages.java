package org.larum.app.status;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.larum.app.bus.Door;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.app.status.Subscriptions.Asked;
import org.larum.domain.status.Visibility;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Mail about the status page, for everybody. GET changes nothing and is answered from memory; POST does, and needs the database.
 */
@RestController
@Permit(Permission.OPEN)
class SubscribePages {

    private static final int MOST_PARTS = 1000;
    private static final String ON_ITS_WAY =
            "If mail can be sent to this address, one is on its way to it. Nothing else is"
                    + " sent before the link in it is opened, within a day. Nothing came? Look among the unwanted mail; an address"
                    + " is asked three times a day at most.";

    private final StatusBoard board;
    private final Subscriptions subscriptions;
    private final BooleanSupplier hasMail;
    private final Door door;

    SubscribePages(StatusBoard board, Subscriptions subscriptions, MailIsSetUp hasMail, Door door) {
        this.board = board;
        this.subscriptions = subscriptions;
        this.hasMail = hasMail;
        this.door = door;
    }

    /** Whether there is a mail server. */
    interface MailIsSetUp extends BooleanSupplier {}

    @GetMapping("/status/subscribe")
    ResponseEntity<String> form() {
        return hasMail.getAsBoolean() ? form(HttpStatus.OK, null) : noMail();
    }

    private ResponseEntity<String> form(HttpStatus status, @Nullable String mistake) {
        return page(
                status, SubscribeHtml.form(board.now(Visibility.PUBLIC).view().components(), mistake));
    }

    private static ResponseEntity<String> noMail() {
        return said(
                HttpStatus.OK,
                "No mail from this page",
                "This page sends no mail. Follow its <a href=\"/status/feed.atom\">Atom feed</a> instead.");
    }

    @PostMapping(path = "/status/subscribe", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> ask(ServerWebExchange exchange) {
        if (!hasMail.getAsBoolean()) {
            return Mono.just(noMail());
        }
        var source = Source.of(exchange.getRequest());
        // What is no form, or is too large for one, has no address in it.
        return exchange.getFormData()
                .onErrorReturn(new LinkedMultiValueMap<>())
                .flatMap(form -> go(() -> {
                    var email = Objects.requireNonNullElse(form.getFirst("email"), "");
                    return asked(subscriptions.ask(email, parts(form.get("part")), source));
                }));
    }

    private static Set<UUID> parts(@Nullable List<String> words) {
        var parts = new HashSet<UUID>();
        if (words != null) {
            words.stream().limit(MOST_PARTS).forEach(word -> {
                try {
                    parts.add(UUID.fromString(word));
                } catch (IllegalArgumentException e) {
                    // no component is called so
                }
            });
        }
        return parts;
    }

    private ResponseEntity<String> asked(Asked outcome) {
        return switch (outcome) {
            case TAKEN -> said(HttpStatus.OK, "Look into your mail", ON_ITS_WAY);
            case NO_ADDRESS ->
                form(
                        HttpStatus.BAD_REQUEST,
                        "Mail cannot be sent to that. Write one address, such as you@example.com.");
            case TOO_OFTEN ->
                said(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "Asked too often",
                        "Mail was asked for ten times within an hour from where you are. Nothing was noted. Try again in"
                                + " an hour.");
            case FULL ->
                said(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Not now",
                        "More people ask for mail than can be served. Nothing was noted. Try again in some hours, or"
                                + " follow the <a href=\"/status/feed.atom\">Atom feed</a>.");
        };
    }

    @GetMapping("/status/subscribe/{token}")
    ResponseEntity<String> confirmation(@PathVariable String token) {
        return page(
                HttpStatus.OK,
                SubscribeHtml.button(
                        "One more step",
                        "Your address is told of what the status page says once you agree.",
                        "/status/subscribe/" + token,
                        "Yes, send me mail"));
    }

    @PostMapping("/status/subscribe/{token}")
    Mono<ResponseEntity<String>> confirm(@PathVariable String token) {
        return go(() -> subscriptions.confirm(token)
                ? said(
                        HttpStatus.OK,
                        "You get mail from now on",
                        "Each mail has a link that ends it. <a href=\"/status\">See the status page</a>.")
                : said(
                        HttpStatus.GONE,
                        "This link is used or too old",
                        "If you confirmed before, you get mail already. Otherwise"
                                + " <a href=\"/status/subscribe\">ask again</a>; a link is good for a day, and only the"
                                + " newest one."));
    }

    @GetMapping("/status/unsubscribe/{token}")
    ResponseEntity<String> farewell(@PathVariable String token) {
        return subscriptions.endedBy(token).isEmpty()
                ? notOurs()
                : page(
                        HttpStatus.OK,
                        SubscribeHtml.button(
                                "No more mail?",
                                "Your address is forgotten. You can ask again at any time.",
                                "/status/unsubscribe/" + token,
                                "Send me no more mail"));
    }

    /** Of the button, and of mail programs that do it by themselves (RFC 8058). */
    @PostMapping("/status/unsubscribe/{token}")
    Mono<ResponseEntity<String>> end(@PathVariable String token) {
        var subscriber = subscriptions.endedBy(token);
        if (subscriber.isEmpty()) {
            return Mono.just(notOurs());
        }
        return go(() -> {
            subscriptions.end(subscriber.get());
            return said(HttpStatus.OK, "No more mail is sent", "Your address is forgotten.");
        });
    }

    private static ResponseEntity<String> notOurs() {
        return said(
                HttpStatus.NOT_FOUND,
                "This link is not whole",
                "Nothing was changed. Copy the whole link from the newest mail into the browser.");
    }

    /** A page also when the database is away: whoever reads it has a browser. */
    private Mono<ResponseEntity<String>> go(Callable<ResponseEntity<String>> work) {
        return door.go(work)
                .onErrorResume(
                        e -> e instanceof DataAccessException || e instanceof TransactionException,
                        e -> Mono.just(
                                said(
                                        HttpStatus.SERVICE_UNAVAILABLE,
                                        "Not at the moment",
                                        "It could not be written down just now. Nothing was changed. Try again in a few minutes.")));
    }

    private static ResponseEntity<String> said(HttpStatus status, String title, String sentence) {
        return page(status, SubscribeHtml.said(title, sentence));
    }

    private static ResponseEntity<String> page(HttpStatus status, String html) {
        return ResponseEntity.status(status)
                .contentType(MediaType.valueOf("text/html;charset=utf-8"))
                .header("Content-Security-Policy", StatusHtml.FORM_CONTENT)
                .cacheControl(CacheControl.noStore())
                .body(html);
    }
}
