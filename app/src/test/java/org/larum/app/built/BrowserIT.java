package org.larum.app.built;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a first user in a real browser: set-up, inbox, an incident that appears live, answer, note, a parked event, sign in again. */
class BrowserIT {

    private static final String KEY = "the-key-of-the-browser-test-32-characters";
    private static final String TITLE = "Checkout: 7.2 % of payments fail";
    private static final String PARKED = "when-alert-raised";
    private static final Path UI = Path.of("../ui").toAbsolutePath().normalize();

    @TempDir
    private Path dir;

    @Test
    void aFirstUserSetsUpAnswersAnIncidentAndSignsInAgain() {
        Debian.program("/usr/bin/chromium", "chromium");
        try (var larum = new BuiltServer(dir.resolve("data"), """
                people: {grace: {name: Grace Hopper, email: grace@example.test, timeZone: America/New_York}}
                teams: {payments: {name: Payments, members: [grace]}}
                services: {checkout: {name: Checkout, team: payments, policy: payments-oncall, runbook: "https://example.test/run"}}
                policies: {payments-oncall: {repeat: 1, steps: [{notify: ["person:grace"], wait: 15m}]}}
                integrations: {native: {type: native, key: %s, service: checkout}}
                """.formatted(KEY))) {
            var log = dir.resolve("browser.log");
            var browser = BuiltServer.start(
                    log,
                    Map.of(
                            "LARUM_E2E_TITLE",
                            TITLE,
                            "LARUM_E2E_PARKED",
                            PARKED,
                            "LARUM_SHOTS",
                            Path.of("target/shots").toAbsolutePath().toString()),
                    List.of("node", UI.resolve("e2e/browser.mjs").toString(), larum.url(), larum.setupLink()));
            BuiltServer.eventually("the browser waits for the incident", Duration.ofMinutes(1), () -> {
                assertThat(browser.isAlive()).describedAs(read(log)).isTrue();
                return read(log).contains("Ready");
            });
            var detection = "{\"key\":\"payments\",\"severity\":\"critical\",\"summary\":\"" + TITLE + "\"}";
            assertThat(larum.post("/api/detections", detection, KEY).statusCode())
                    .isEqualTo(202);
            larum.park(PARKED, "alert.AlertRaised");
            larum.park("projection-alert", "alert.AlertRaised");
            assertThat(ends(browser)).describedAs(read(log)).isTrue();
            assertThat(browser.exitValue()).describedAs(read(log)).isZero();
        }
    }

    private static boolean ends(Process process) {
        try {
            return process.waitFor(6, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
