package org.larum.app.spool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.larum.app.intake.Detection;
import org.larum.app.intake.Detection.About;
import org.larum.app.intake.Sender;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.shared.Link;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;

/** Requests that came on a Monday while the database was away. */
final class SpoolExamples {

    static final long PLENTY = 1L << 30;

    private SpoolExamples() {}

    /** The nth request; its id says which. */
    static SpooledRequest request(long n) {
        var about = new About(
                "search", null, Map.of("host", "srv" + n), List.of(new Link("https://wiki.example/disk", null)));
        var detection = new Detection(
                "disk-" + n,
                Detection.Action.TRIGGER,
                Severity.HIGH,
                "Disk full on srv" + n + " 🦉",
                about,
                n % 2 == 0 ? null : "{\"free\":0}",
                Monday.at((int) (n % 60)),
                null);
        return new SpooledRequest(
                new UUID(0x7000, n),
                new Sender(IntegrationId.of("shop"), "shop", "native", ServiceId.of("search")),
                "native",
                ("{\"key\":\"disk-" + n + "\"}").getBytes(StandardCharsets.UTF_8),
                Monday.at((int) (n % 60)),
                List.of(detection),
                n % 2 == 0 ? "key-" + n : null);
    }

    static Spooled append(Spool spool, SpooledRequest request) {
        return spool.append(List.of(request)).getFirst();
    }

    static long number(SpooledRequest request) {
        return request.id().getLeastSignificantBits();
    }

    static List<Long> drained(Spool spool) {
        var seen = new ArrayList<Long>();
        spool.drain(7, batch -> batch.forEach(request -> seen.add(number(request))));
        return seen;
    }

    /** What a killed process leaves: the files as they are now, without its lock. */
    static Path asKilled(Path directory, Path copy) throws IOException {
        Files.createDirectories(copy);
        for (var file : files(directory)) {
            Files.copy(file, copy.resolve(file.getFileName()));
        }
        return copy;
    }

    static List<Path> files(Path directory) throws IOException {
        try (var all = Files.list(directory)) {
            return all.filter(file -> file.getFileName().toString().startsWith("spool-"))
                    .sorted()
                    .toList();
        }
    }
}
