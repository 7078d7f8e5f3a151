package org.larum.app.api.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.larum.app.api.config.ConfigDesk.Result;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.config.Settings;
import org.larum.domain.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies the operator's file before the doors open. A wrong file stops the start and changes nothing. */
public final class ConfigAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigAtStart.class);

    private final ConfigDesk desk;

    public ConfigAtStart(ConfigDesk desk) {
        this.desk = desk;
    }

    /** Throws {@link Settings.Wrong} with every mistake on a line of its own. */
    public Result apply(Path file) {
        var name = String.valueOf(file.getFileName());
        try {
            var text = YamlTree.text(bytes(file));
            var result = desk.apply(text, name, false, false, new Write(Actor.LARUM, null, ""));
            tell(name, result);
            return result;
        } catch (ConfigMistakes e) {
            throw new Settings.Wrong(
                    "The configuration file " + file + " has mistakes. Nothing was changed.\n" + e.lines());
        }
    }

    private static byte[] bytes(Path file) {
        try (var in = Files.newInputStream(file)) {
            // One byte more than is allowed, so that a larger file is known to be one.
            return in.readNBytes(YamlTree.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new Settings.Wrong("LARUM_CONFIG names " + file + ", which cannot be read ("
                    + e.getClass().getSimpleName() + "). Write the path of a file that the server may read.");
        }
    }

    private static void tell(String name, Result result) {
        long absent = result.changes().stream()
                .filter(change -> change.kind() == Change.Kind.ABSENT)
                .count();
        LOG.info(
                "applied the configuration file {}: {} changed, {} in use but not in it",
                name,
                result.changes().size() - absent,
                absent);
    }
}
