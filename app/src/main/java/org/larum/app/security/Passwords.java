package org.larum.app.security;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Argon2id, two at once: each hash takes 19 MiB. On threads of their own, because a hash on a virtual thread holds its carrier,
 * and with all carriers held every question to the database runs out of time. Blocking.
 */
final class Passwords {

    /** What no password fits, as dear to look at as a real one; made once by chance, because making one takes a start 0.3 s. */
    static final String NOBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1$ZP+LIsQUqUCJvTebMCyt8g$pb7gu2aDUAgjG5qFEFa2+XW28Xg/3/DvnRHcctxLK6Y";

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19456, 2);
    private final ExecutorService hashing = Executors.newFixedThreadPool(
            2, Thread.ofPlatform().name("password-", 0).daemon().factory());

    String encode(String password) {
        return hash(() -> String.valueOf(encoder.encode(password)));
    }

    boolean matches(String password, String encoded) {
        return hash(() -> encoder.matches(password, encoded));
    }

    private <T> T hash(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, hashing).join();
    }
}
