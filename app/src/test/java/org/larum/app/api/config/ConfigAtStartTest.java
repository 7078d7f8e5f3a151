package org.larum.app.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.larum.app.config.Settings;

class ConfigAtStartTest {

    private final InMemoryLog log = new InMemoryLog();
    private final ConfigAtStart start = new ConfigAtStart(log.desk());

    @TempDir
    private Path folder;

    @Test
    void fileIsAppliedUnderItsName() throws IOException {
        var file = Files.writeString(folder.resolve("larum.yaml"), ConfigExamples.FILE);

        assertThat(start.apply(file).changes()).hasSize(10);
        assertThat(start.apply(file).changes()).isEmpty();
        assertThat(log.version(Section.PEOPLE, "ada").origin()).isEqualTo("larum.yaml");
    }

    @Test
    void wrongFileStopsTheStartWithEveryMistake() throws IOException {
        var file = Files.writeString(
                folder.resolve("larum.yaml"),
                ConfigExamples.FILE.replace("[ada, grace]", "[eve]").replace("port: 2525", "port: x"));

        assertThatThrownBy(() -> start.apply(file))
                .isInstanceOf(Settings.Wrong.class)
                .message()
                .contains("larum.yaml has mistakes", "\n  teams.payments.members[0]: ", "\n  channels.email.port: ")
                .doesNotContain(ConfigExamples.SECRETS);
        assertThat(log.sent).isEmpty();
    }

    @Test
    void fileThatIsNotThereStopsTheStart() {
        assertThatThrownBy(() -> start.apply(folder.resolve("none.yaml")))
                .isInstanceOf(Settings.Wrong.class)
                .hasMessageContaining("none.yaml")
                .hasMessageContaining("cannot be read");
    }

    @Test
    void fileThatIsTooLargeStopsTheStart() throws IOException {
        var file = folder.resolve("large.yaml");
        Files.write(file, new byte[YamlTree.MOST_BYTES + 1]);

        assertThatThrownBy(() -> start.apply(file))
                .isInstanceOf(Settings.Wrong.class)
                .hasMessageContaining("4 MiB");
    }
}
