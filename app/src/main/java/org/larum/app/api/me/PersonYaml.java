package org.larum.app.api.me;

import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;

/** What somebody may say of themselves, as the part of a file that whoever keeps it can take over. */
final class PersonYaml {

    private PersonYaml() {}

    static String of(String word, Map<String, Object> fields) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.AUTO);
        options.setIndent(2);
        options.setWidth(120);
        return new Yaml(options).dump(Map.of("people", Map.of(word, fields)));
    }
}
