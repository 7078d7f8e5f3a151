package org.larum.app.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.larum.app.config.Settings;
import org.larum.app.database.EmbeddedDatabase;
import org.larum.notifiers.channel.Secret;

/** The keys of this installation: given by the operator, or made once and kept in the data directory for its owner alone. */
public record Keys(Secret master, Secret operatorToken) {

    public static final String OPERATOR_TOKEN = "operator-token";

    public static Keys of(Settings settings) {
        try {
            Files.createDirectories(settings.data());
            var given = settings.key();
            var master = given != null ? given : new Secret(kept(settings.data().resolve("key")));
            var file = settings.data().resolve(OPERATOR_TOKEN);
            var token = random();
            EmbeddedDatabase.writePrivately(file, token);
            return new Keys(master, new Secret(token));
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory " + settings.data() + " cannot be written", e);
        }
    }

    private static String kept(Path file) throws IOException {
        if (!Files.exists(file)) {
            EmbeddedDatabase.writePrivately(file, random());
        }
        return Files.readString(file).strip();
    }

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
