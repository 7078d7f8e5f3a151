package org.larum.notifiers.telephone;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Destination.BySpool;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.TryLater;

/**
 * Lays a message into the folder from which smstools sends. A file is written under the name of a lock, which smstools lets lie, and gets
 * its own when it is whole. The same message again is the same file.
 */
final class SpoolGateway {

    private static final String PREFIX = "larum-";
    private static final String UNFINISHED = ".LOCK";

    /** What every version of smstools reads; of the alphabet of short messages it lacks the Greek letters. */
    private static final Charset LATIN = Charset.forName("ISO-8859-15");

    /** So long a file lies only when nobody takes it. */
    private static final Duration LIES = Duration.ofMinutes(5);

    private static final int MOST = 500;

    private final Time time;

    SpoolGateway(Time time) {
        this.time = time;
    }

    Tried take(BySpool gateway, String number, String text, String id) {
        return Tried.gateway(outcome(gateway, number, text, id));
    }

    private SendOutcome outcome(BySpool gateway, String number, String text, String id) {
        var who = gateway.name();
        if (!Files.isDirectory(gateway.folder())) {
            return new TryLater(who + " has no folder " + gateway.folder() + ". Is smstools installed?", false, null);
        }
        try {
            var wrong = whyNobodyTakes(gateway.folder());
            if (wrong != null) {
                return new TryLater(who + ": " + wrong, false, null);
            }
            put(gateway.folder(), PREFIX + id, file(number, text));
            return new Accepted(PREFIX + id);
        } catch (FileSystemException e) {
            var reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
            return new TryLater(who + " takes no file into " + gateway.folder() + ": " + reason + ".", false, null);
        } catch (IOException | RuntimeException e) {
            return new TryLater(who + " takes no file into " + gateway.folder() + ".", false, null);
        }
    }

    private @Nullable String whyNobodyTakes(Path folder) throws IOException {
        List<Path> lying;
        try (var files = Files.list(folder)) {
            lying = files.filter(SpoolGateway::isWhole).limit(MOST).toList();
        }
        if (lying.size() >= MOST) {
            return MOST + " messages lie in its folder. Is smsd running?";
        }
        var longAgo = time.now().minus(LIES);
        return lying.stream().map(SpoolGateway::since).anyMatch(longAgo::isAfter)
                ? "a message has been lying in its folder for minutes. Is smsd running?"
                : null;
    }

    private static boolean isWhole(Path file) {
        var name = file.getFileName().toString();
        return name.startsWith(PREFIX) && !name.endsWith(UNFINISHED);
    }

    /** One that was taken while it is looked at does not lie there. */
    private static Instant since(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.MAX;
        }
    }

    private static byte[] file(String number, String text) {
        var line = text.replaceAll("\\p{Cc}+", " ");
        return ("To: " + number.replaceAll("[^0-9]", "") + "\nAlphabet: ISO\n\n" + line + "\n").getBytes(LATIN);
    }

    private static void put(Path folder, String name, byte[] content) throws IOException {
        var unfinished = folder.resolve(name + UNFINISHED);
        try {
            Files.write(unfinished, content);
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
    }
}
