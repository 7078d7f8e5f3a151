package org.larum.app.security;

import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Argon2id, a few at once: each hash takes 19 MiB. Blocking. */
final class Passwords {

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19456, 2);
    private final Semaphore hashing = new Semaphore(2);

    String encode(String password) {
        hashing.acquireUninterruptibly();
        try {
            return String.valueOf(encoder.encode(password));
        } finally {
            hashing.release();
        }
    }

    boolean matches(String password, String encoded) {
        hashing.acquireUninterruptibly();
        try {
            return encoder.matches(password, encoded);
        } finally {
            hashing.release();
        }
    }
}
