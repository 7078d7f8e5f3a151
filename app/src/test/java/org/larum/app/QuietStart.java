package org.larum.app;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.UpdateCheckerConfigurerModule;
import org.axonframework.updates.UpdateChecker;
import org.larum.app.config.SystemTime;

/** Started in a JVM of its own, where Axon sees no test framework: the server, or for comparison Axon as it comes. */
public final class QuietStart {

    private QuietStart() {}

    public static void main(String[] args) {
        if (args[0].equals("axon")) {
            var configurer = DefaultConfigurer.defaultConfiguration();
            new UpdateCheckerConfigurerModule().configureModule(configurer);
            configurer.buildConfiguration().getComponent(UpdateChecker.class).start();
        } else {
            Servers.start(args[0], Path.of(args[1]), new SystemTime());
        }
        System.out.println("started");
        // Axon asks one second after its start.
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(4));
        Runtime.getRuntime().halt(0);
    }
}
