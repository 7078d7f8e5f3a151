package org.larum.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.larum.app.QuietStart;
import org.larum.app.TestDatabase;

/** A self-hosted server asks nobody outside for anything when it starts, and leaves nothing of others in its owner's home. */
class NoOutsideConnectionIT {

    @TempDir
    Path directory;

    @Test
    void theServerLooksUpNoForeignNameAndWritesNothingOfAxonsMakers() throws Exception {
        assertThat(lookups(TestDatabase.freshUrl(), directory.resolve("data").toString()))
                .isEmpty();
        assertThat(home()).doesNotExist();
    }

    /** Shows that the test above can fail: this is what is left out. */
    @Test
    void axonAsItComesAsksItsMakersAndMarksTheMachine() throws Exception {
        assertThat(lookups("axon")).contains("get.axoniq.io");
        assertThat(home().resolve(".machine-id")).exists();
    }

    private Path home() {
        return directory.resolve("home/.axoniq");
    }

    private List<String> lookups(String... arguments) throws IOException, InterruptedException {
        var services = Files.createDirectories(directory.resolve("classes/META-INF/services"));
        Files.writeString(services.resolve("java.net.spi.InetAddressResolverProvider"), Lookups.class.getName());
        var file = directory.resolve("lookups");
        var output = directory.resolve("output");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-D" + Lookups.FILE + "=" + file,
                "-Duser.home=" + Files.createDirectories(directory.resolve("home")),
                "-cp",
                directory.resolve("classes")
                        + File.pathSeparator
                        + System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                QuietStart.class.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("it ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(output)).contains("started");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
