package org.larum.app.api.config;

import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;

/** One entry as the part of a file that whoever keeps it can take over. */
public final class FilePart {

    private FilePart() {}

    /** @param section as the file calls it, such as people */
    public static String yaml(String section, String word, Map<String, Object> fields) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.AUTO);
        options.setIndent(2);
        options.setWidth(120);
        return new Yaml(options).dump(Map.of(section, Map.of(word, fields)));
    }
}
