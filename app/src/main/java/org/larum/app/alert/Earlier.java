package org.larum.app.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a key was raised before, as far back as any rule may look. */
final class Earlier {

    private static final Duration LONGEST = Duration.ofDays(1);

    /** A rule counts to twenty at most. */
    private static final int MOST = 21;

    private Earlier() {}

    /** With one more; what is too old to matter at that time falls away. */
    static List<Instant> and(List<Instant> earlier, @Nullable Instant one, Instant at) {
        var since = at.minus(LONGEST);
        var recent = Stream.concat(earlier.stream(), Stream.ofNullable(one))
                .filter(since::isBefore)
                .toList();
        return recent.subList(Math.max(0, recent.size() - MOST), recent.size());
    }

    /** Microseconds since 1970, apart by commas; null for none. */
    static @Nullable String write(List<Instant> earlier) {
        return earlier.isEmpty()
                ? null
                : earlier.stream()
                        .map(at -> String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, at)))
                        .collect(Collectors.joining(","));
    }

    static List<Instant> read(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(micros -> Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS))
                        .toList();
    }
}
