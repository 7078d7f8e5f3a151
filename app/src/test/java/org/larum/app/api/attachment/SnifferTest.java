package org.larum.app.api.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnifferTest {

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Fed piece by piece. */
    private static Optional<String> type(byte[] file, int piece) {
        var sniffer = new Sniffer();
        for (int at = 0; at < file.length; at += piece) {
            if (!sniffer.take(Arrays.copyOfRange(file, at, Math.min(file.length, at + piece)))) {
                return Optional.empty();
            }
        }
        return sniffer.type();
    }

    static Stream<Arguments> files() {
        return Stream.of(
                arguments("\u0089PNG\r\n\u001a\nrest", "image/png"),
                arguments("\u00ff\u00d8\u00ff\u00e0rest", "image/jpeg"),
                arguments("GIF89a..", "image/gif"),
                arguments("RIFF1234WEBPrest", "image/webp"),
                arguments("%PDF-1.7", "application/pdf"),
                arguments("PK\u0003\u0004rest", "application/zip"),
                arguments("\u001f\u008b\u0008rest", "application/gzip"),
                arguments("RIFF1234WAVErest", "text/plain"),
                arguments("<svg onload=alert(1)>", "text/plain"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatItIsStandsInItsFirstBytes(String file, String type) {
        assertThat(type(bytes(file), 1000)).hasValue(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"MZ\u0090\u0000", "\u007fELF\u0002", "text\u0000text", "\u00fe\u00ff", "caf\u00e9", "text\u0008"
            })
    void whatIsNeitherKnownNorTextIsNotTaken(String file) {
        assertThat(type(bytes(file), 1000)).isEmpty();
    }

    @Test
    void textMayBeCutAnywhere() {
        var text = "Größe: 10 µs – \u001b[31mrot\u001b[0m 🙂\r\n\t".repeat(3000).getBytes(StandardCharsets.UTF_8);
        for (int piece : new int[] {1, 2, 3, 5, 8191, 8192, 100_000}) {
            // The magic is looked for in the first piece, which the desk makes large.
            assertThat(type(text, piece)).hasValue("text/plain");
        }
    }

    @Test
    void textThatEndsInTheMiddleOfACharacterIsNone() {
        var text = "Größ".getBytes(StandardCharsets.UTF_8);
        assertThat(type(Arrays.copyOf(text, text.length - 1), 1000)).isEmpty();
    }

    @Test
    void namesAreOneHarmlessLine() {
        assertThat(AttachmentDesk.clean("../../etc/passwd")).isEqualTo("passwd");
        assertThat(AttachmentDesk.clean("C:\\Users\\ada\\disk.png")).isEqualTo("disk.png");
        assertThat(AttachmentDesk.clean("a\r\nb\u202egnp.exe")).isEqualTo("abgnp.exe");
        assertThat(AttachmentDesk.clean("  ")).isEqualTo("file");
        assertThat(AttachmentDesk.clean(null)).isEqualTo("file");
        assertThat(AttachmentDesk.clean("🙂".repeat(300) + ".png"))
                .hasSizeLessThan(410)
                .endsWith(".png");
    }
}
