package org.larum.app.api.config;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Definition;

/** The words that entries may refer to, by the section that they stand in. */
record Known(Map<Section, Set<String>> words) {

    static final Known NOTHING = new Known(Map.of());

    static Known of(Stream<? extends Definition> definitions) {
        var words = new EnumMap<Section, Set<String>>(Section.class);
        definitions.forEach(
                definition -> words.computeIfAbsent(Section.of(definition), section -> new LinkedHashSet<>())
                        .add(definition.word()));
        return new Known(words);
    }

    Set<String> of(Section section) {
        return words.getOrDefault(section, Set.of());
    }

    /** These, and those of the file: whether or not an entry has mistakes, what refers to it has none. */
    Known and(Object file) {
        var all = new EnumMap<Section, Set<String>>(Section.class);
        for (var section : Section.values()) {
            var both = new LinkedHashSet<>(of(section));
            keys(block(file, section.path()), both);
            all.put(section, both);
        }
        return new Known(all);
    }

    private static @Nullable Object block(Object file, String path) {
        @Nullable Object block = file;
        for (var name : path.split("\\.", -1)) {
            block = block instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return block;
    }

    private static void keys(@Nullable Object block, Set<String> into) {
        if (block instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> {
                if (key instanceof String word) {
                    into.add(word);
                }
            });
        }
    }
}
