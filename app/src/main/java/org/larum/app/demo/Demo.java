package org.larum.app.demo;

import java.io.PrintStream;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import org.larum.app.config.Settings;
import org.larum.app.security.Invitations;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Secret;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * What the demonstration adds to a server. Not a {@code @Configuration}: the scan for those would take it into every server,
 * and only the verb {@code demo} may bring it.
 */
public class Demo {

    static final String LOOPBACK = "127.0.0.1";

    /** A directory and a database of its own, nobody else's configuration, and no way in but from this machine. */
    public static Settings settings(Settings given) {
        return new Settings(
                given.port(),
                LOOPBACK,
                given.data().resolve("demo"),
                URI.create("http://" + LOOPBACK + ":" + given.port()),
                null,
                null,
                Objects.requireNonNullElseGet(given.adminToken(), () -> new Secret(random(32))),
                null,
                given.pushHosts());
    }

    /** Sets the stage and starts the script; the server must be ready. */
    public static void begin(ApplicationContext context, PrintStream out) {
        context.getBean(Stage.class).set(out);
    }

    @Bean(destroyMethod = "close")
    PostOffice postOffice(Time time) {
        return new PostOffice(time);
    }

    @Bean(destroyMethod = "close")
    Stage stage(Settings settings, Invitations invitations, PostOffice post, Time time) {
        return new Stage(settings, invitations, post, time);
    }

    static String random(int bytes) {
        var random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
