package org.larum.app.api.improvement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How the words of the domain stand in addresses and bodies. */
final class Words {

    private Words() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static Set<String> all(Enum<?>... values) {
        return Arrays.stream(values).map(Words::of).collect(Collectors.toUnmodifiableSet());
    }
}
