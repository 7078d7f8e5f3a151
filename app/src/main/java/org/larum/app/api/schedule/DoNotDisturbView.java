package org.larum.app.api.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.Directory.Undisturbed;
import org.larum.domain.shared.WallClock;

/**
 * How long somebody is left alone, but for {@code except}; {@code until} is null when nothing is held back. {@code morning}: when it is
 * next eight o'clock where they live, as far as one may ask for; null when that is more than a day away.
 */
public record DoNotDisturbView(
        @Nullable Instant until,
        List<String> except,
        @Nullable Instant morning) {

    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private static final Duration LONGEST = Duration.ofHours(24);

    public static DoNotDisturbView of(Person person, Directory directory, Instant now) {
        var morning = morning(person.timeZone(), now);
        return directory
                .undisturbed(person.id(), now)
                .map(rest -> new DoNotDisturbView(rest.until(), words(rest), morning))
                .orElse(new DoNotDisturbView(null, List.of(), morning));
    }

    private static @Nullable Instant morning(String zone, Instant now) {
        var clock = WallClock.of(zone);
        var today = clock.shown(now).toLocalDate();
        var eight = clock.at(today.atTime(EIGHT));
        var next = eight.isAfter(now) ? eight : clock.at(today.plusDays(1).atTime(EIGHT));
        return next.isAfter(now.plus(LONGEST)) ? null : next;
    }

    private static List<String> words(Undisturbed rest) {
        return rest.except().stream()
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
