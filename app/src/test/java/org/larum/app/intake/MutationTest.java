package org.larum.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bodies with bytes changed at random are read or refused; nothing else ever comes out. */
class MutationTest {

    private static final int ROUNDS = 40;

    @Test
    void aChangedBodyIsReadOrRefused() throws IOException {
        var random = new Random(20261123);
        int read = 0;
        int refused = 0;
        try (var files = Files.walk(Path.of("src/test/resources/golden/intake"))) {
            for (var file : files.filter(name -> name.toString().endsWith(".in.json"))
                    .sorted()
                    .toList()) {
                var whole = Files.readAllBytes(file);
                for (int i = 0; i < ROUNDS; i++) {
                    try {
                        JsonBody.parse(changed(whole, random));
                        read++;
                    } catch (BodyRefused e) {
                        refused++;
                    }
                }
            }
        }
        assertThat(read).isGreaterThan(500);
        assertThat(refused).isGreaterThan(500);
    }

    private static byte[] changed(byte[] whole, Random random) {
        var changed = whole.clone();
        for (int i = 0; i <= random.nextInt(3); i++) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }
}
