package org.larum.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.axonframework.springboot.autoconfig.XStreamAutoConfiguration;
import org.larum.app.config.Settings;
import org.larum.app.database.DatabaseConfiguration;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts Larum, or runs one of its verbs. */
@SpringBootApplication(
        exclude = {
            ReactiveUserDetailsServiceAutoConfiguration.class,
            // It asks Axon's makers for news, and leaves an id of this machine in the home directory.
            UpdateCheckerAutoConfiguration.class,
            // Nothing is stored as XML here, and getting ready to takes time at each start.
            XStreamAutoConfiguration.class
        })
public class Server {

    public static void main(String[] args) {
        System.exit(Verbs.run(args, System.getenv()));
    }

    /** A server with these settings; answers when it is ready. */
    public static ConfigurableApplicationContext start(Settings settings, Class<?>... more) {
        return start(settings, beans -> {}, more);
    }

    /** The same, with beans that stand before all others, such as a clock that is wound by hand. */
    static ConfigurableApplicationContext start(
            Settings settings, Consumer<GenericApplicationContext> first, Class<?>... more) {
        System.setProperty("disable-axoniq-console-message", "true");
        // Else a kept connection is never read again when an answer at once follows one from another thread
        // (reactor-netty issue 4361, in 1.3.7).
        System.setProperty("reactor.netty.http.server.lastFlushWhenNoRead", "true");
        var sources = new Class<?>[more.length + 1];
        sources[0] = Server.class;
        System.arraycopy(more, 0, sources, 1, more.length);
        var application = new SpringApplication(sources);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(properties(settings));
        application.addInitializers(context -> {
            // The database starts while Spring does: it is what takes longest.
            var embedded = new DatabaseConfiguration.Embedded(settings);
            var beans = (GenericApplicationContext) context;
            first.accept(beans);
            beans.registerBean(Settings.class, () -> settings);
            beans.registerBean(DatabaseConfiguration.Embedded.class, () -> embedded);
        });
        return application.run();
    }

    private static Map<String, Object> properties(Settings settings) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("server.port", settings.port());
        properties.put("server.address", settings.bind());
        return properties;
    }
}
