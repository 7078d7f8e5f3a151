package org.larum.app.built;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A push in a real browser: a device is added, a page is shown by the worker, and answered in the notification. */
class BrowserPushIT {

    private static final Path UI = Path.of("../ui").toAbsolutePath().normalize();

    @TempDir
    private Path dir;

    @Test
    void aPageIsShownAndAnsweredInTheNotification() throws IOException, InterruptedException {
        Debian.program("/usr/bin/chromium", "chromium");
        try (var larum = new BuiltServer(dir.resolve("data"), null)) {
            var log = dir.resolve("browser.log");
            var browser = BuiltServer.start(
                    log,
                    Map.of(
                            "LARUM_SHOTS",
                            Path.of("target/shots").toAbsolutePath().toString()),
                    List.of("node", UI.resolve("e2e/push.mjs").toString(), larum.url(), larum.setupLink()));
            boolean hasEnded = browser.waitFor(3, TimeUnit.MINUTES);
            browser.destroyForcibly();
            assertThat(hasEnded).describedAs(Files.readString(log)).isTrue();
            assertThat(browser.exitValue()).describedAs(Files.readString(log)).isZero();
        }
    }
}
