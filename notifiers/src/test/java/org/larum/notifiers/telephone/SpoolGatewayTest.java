package org.larum.notifiers.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.larum.notifiers.channel.ChannelExamples;
import org.larum.notifiers.channel.Destination.BySpool;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.TryLater;

class SpoolGatewayTest {

    @TempDir
    private Path spool;

    private SpoolGateway gateway;

    @BeforeEach
    void open() {
        gateway = new SpoolGateway(ChannelExamples.clock());
    }

    private SendOutcome take(Path folder, String text) {
        return gateway.take(new BySpool("modem", folder), "+447700900123", text, "id-1")
                .outcome();
    }

    private List<String> files() throws IOException {
        try (var all = Files.list(spool)) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void later(SendOutcome outcome, String reason) {
        assertThat(outcome).isInstanceOfSatisfying(TryLater.class, it -> {
            assertThat(it.reason()).contains(reason);
            assertThat(it.unknown()).isFalse();
        });
    }

    @Test
    void itIsOneFileThatSmstoolsReads() throws IOException {
        assertThat(take(spool, "Es brennt: 5 €, größer\nTo: 4711")).isEqualTo(new Accepted("larum-id-1"));
        assertThat(files()).containsExactly("larum-id-1");
        assertThat(Files.readString(spool.resolve("larum-id-1"), Charset.forName("ISO-8859-15")))
                .isEqualTo("To: 447700900123\nAlphabet: ISO\n\nEs brennt: 5 €, größer To: 4711\n");
    }

    @Test
    void theSameMessageAgainIsTheSameFile() throws IOException {
        take(spool, "It burns");
        Files.setLastModifiedTime(spool.resolve("larum-id-1"), FileTime.from(ChannelExamples.AT));
        assertThat(take(spool, "It burns")).isInstanceOf(Accepted.class);
        assertThat(files()).containsExactly("larum-id-1");
    }

    @Test
    void withoutAFolderItIsForLater() {
        later(take(spool.resolve("outgoing"), "x"), "has no folder");
    }

    @Test
    void whereNobodyTakesAnythingNothingIsLaid() throws IOException {
        var lying = Files.createFile(spool.resolve("larum-id-0"));
        Files.setLastModifiedTime(lying, FileTime.from(ChannelExamples.AT.minus(Duration.ofMinutes(6))));
        later(take(spool, "x"), "Is smsd running?");
        assertThat(files()).containsExactly("larum-id-0");
        Files.setLastModifiedTime(lying, FileTime.from(ChannelExamples.AT.minus(Duration.ofMinutes(4))));
        assertThat(take(spool, "x")).isInstanceOf(Accepted.class);
        for (int i = 0; i < 500; i++) {
            var file = Files.createFile(spool.resolve("larum-more-" + i));
            Files.setLastModifiedTime(file, FileTime.from(ChannelExamples.AT));
        }
        later(take(spool, "x"), "500 messages lie");
    }

    @Test
    void aFolderThatTakesNoFileIsForLater() throws IOException {
        Files.createDirectories(spool.resolve("larum-id-1/full"));
        later(take(spool, "x"), "takes no file");
        assertThat(files()).containsExactly("larum-id-1");
        assertThat(Files.getPosixFilePermissions(spool)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
}
