package org.larum.app.built;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.Caller.bearer;
import static org.larum.app.built.BuiltServer.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.larum.app.Caller;
import org.larum.app.Postbox;
import org.larum.app.Postbox.Mail;
import org.larum.app.Visitor;

/**
 * Killed while it mails subscribers of the status page, and started again: everybody hears of each post. Whoever was being told at that
 * moment may hear of it twice, because nobody knows whether the mail server had taken it; everybody else hears of it once.
 */
class MailingCrashIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SUBSCRIBERS = 40;
    private static final int KILLED_AT = 11;

    /** How many mails a node sends at a time. */
    private static final int AT_ONCE = 4;

    @TempDir
    private Path dir;

    private static List<String> subscribers() {
        return IntStream.range(0, SUBSCRIBERS)
                .mapToObj(n -> "reader-" + n + "@outside.test")
                .toList();
    }

    @Test
    void everybodyHearsOfEachPostAndNobodyThreeTimes() throws IOException {
        var armed = dir.resolve("armed");
        try (var box = new Postbox();
                var larum = new BuiltServer(
                        dir.resolve("data"),
                        "channels: {email: {host: 127.0.0.1, port: %d, from: status@example.test}}"
                                .formatted(box.port()))) {
            subscribe(box, larum);
            for (var place : List.of("before", "after")) {
                var where = place + " org.larum.notifiers.email.EmailChannel sendBulletin";
                larum.killAndStartAgain(Failpoint.option(dir.resolve("failpoint.jar"), armed, where));
                var title = "Killed " + place + " a mail";
                box.whenTaken(armedAt(box, title, armed));
                publish(larum, title);
                eventually("it was killed while it mailed", PATIENCE, larum::hasEndedAtFailpoint);
                Files.delete(armed);
                box.whenTaken(number -> {});
                assertThat(told(box, title)).isLessThan(SUBSCRIBERS);
                larum.killAndStartAgain();
                // Five minutes later.
                larum.change("update status_mails set due = larum_now()");
                eventually("everybody has heard of it", PATIENCE, () -> told(box, title) == SUBSCRIBERS);
                eventually("nothing is left", PATIENCE, () -> larum.change("""
                        update status_mails set tries = tries""") == 0);
                isToldOnce(box, title);
            }
            assertThat(larum.said()).contains("they are sent again, maybe twice");
        }
    }

    private static void subscribe(Postbox box, BuiltServer larum) {
        var visitor = new Visitor(larum.url());
        subscribers().forEach(address -> assertThat(visitor.ask(address)).isEqualTo(200));
        for (var address : subscribers()) {
            eventually("it is asked back", PATIENCE, () -> !box.to(address).isEmpty());
            assertThat(visitor.confirm(box.to(address).getFirst())).isEqualTo(200);
        }
    }

    private static IntConsumer armedAt(Postbox box, String title, Path armed) {
        return number -> {
            if (told(box, title) == KILLED_AT && !Files.exists(armed)) {
                try {
                    Files.createFile(armed);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private static void publish(BuiltServer larum, String title) {
        var post = Map.of("state", "investigating", "text", "We look into it.", "affected", List.of());
        var notice = Map.of("kind", "incident", "visibility", "public", "title", title, "post", post);
        var answer = new Caller(larum.url()).post("/api/status/notices", notice, bearer(BuiltServer.ADMIN));
        assertThat(answer.statusCode())
                .as("done, and shown at once or in a moment: %s", answer.body())
                .isIn(201, 202);
    }

    private static List<Mail> of(Postbox box, String address, String title) {
        return box.to(address).stream()
                .filter(mail -> mail.header("Subject").contains(title))
                .toList();
    }

    private static long told(Postbox box, String title) {
        return subscribers().stream()
                .filter(address -> !of(box, address, title).isEmpty())
                .count();
    }

    private static void isToldOnce(Postbox box, String title) {
        int twice = 0;
        for (var address : subscribers()) {
            var mails = of(box, address, title);
            assertThat(mails).as(address).hasSizeBetween(1, 2);
            assertThat(mails.stream().map(mail -> mail.header("Message-ID")).distinct())
                    .as("the same mail, which a program can see")
                    .hasSize(1);
            twice += mails.size() - 1;
        }
        assertThat(twice).as("only what was being sent comes twice").isLessThanOrEqualTo(AT_ONCE);
    }
}
