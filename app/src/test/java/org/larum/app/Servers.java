package org.larum.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.larum.app.config.Settings;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Secret;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts servers for tests, on any database and with any clock. */
public final class Servers {

    public static final String ADMIN = "an-administrator-of-the-tests";

    private Servers() {}

    public static ConfigurableApplicationContext start(String databaseUrl, Path data, Time time) {
        return start(databaseUrl, data, time, URI.create("http://larum.test"));
    }

    public static ConfigurableApplicationContext start(String databaseUrl, Path data, Time time, URI url) {
        var settings = new Settings(
                0,
                "127.0.0.1",
                data,
                url,
                databaseUrl,
                null,
                new Secret(ADMIN),
                new Secret("a master key of the tests, long enough"),
                Set.of("localhost"));
        return Server.start(settings, beans -> beans.registerBean("time", Time.class, () -> time));
    }

    public static int port(ConfigurableApplicationContext server) {
        return Integer.parseInt(server.getEnvironment().getRequiredProperty("local.server.port"));
    }
}
