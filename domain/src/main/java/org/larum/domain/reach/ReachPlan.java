package org.larum.domain.reach;

import static java.time.Duration.ZERO;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.Reach;
import org.larum.domain.directory.Reach.Quiet;
import org.larum.domain.directory.Reach.Way;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Severity;
import org.larum.domain.shared.WallClock;

/**
 * The ways that are gone to reach somebody, each so long after the first, and how long they are left alone before that because of their
 * quiet hours. {@code urgent}: a way that has trouble is not waited for; null when it is.
 */
public record ReachPlan(
        List<Way> ways, @Nullable Duration quiet, @Nullable Boolean urgent) {

    private static final Way MAIL = new Way(ChannelKind.EMAIL, ZERO, null);

    /** Of somebody of whom nothing is known: the attempt tells what is missing. */
    public static final ReachPlan UNKNOWN = new ReachPlan(List.of(MAIL), null, null);

    /** For those who have said nothing, as bad as it is. */
    private static final Map<Severity, List<Way>> USUAL = Map.of(
            Severity.CRITICAL,
            List.of(
                    new Way(ChannelKind.PUSH, ZERO, null),
                    new Way(ChannelKind.SLACK, ZERO, null),
                    MAIL,
                    new Way(ChannelKind.SMS, Duration.ofMinutes(1), null),
                    new Way(ChannelKind.CALL, Duration.ofMinutes(2), Duration.ofMinutes(5))),
            Severity.HIGH,
            List.of(
                    new Way(ChannelKind.PUSH, ZERO, null),
                    new Way(ChannelKind.SLACK, ZERO, null),
                    MAIL,
                    new Way(ChannelKind.SMS, Duration.ofMinutes(5), null)),
            Severity.MEDIUM,
            List.of(MAIL),
            Severity.LOW,
            List.of(MAIL));

    /**
     * What the person chose, without the ways that cannot be gone. The first that is left is gone at once: whoever has no telephone
     * does not wait for it.
     *
     * @param severity an incident of which it is not known is taken for critical: better woken than missed
     * @param usable what is set up in this house and for this person
     */
    public static ReachPlan of(Person person, @Nullable Severity severity, Set<ChannelKind> usable, Instant at) {
        var as = severity == null ? Severity.CRITICAL : severity;
        var ways = wished(person, as).stream()
                .filter(way -> has(person, way.channel(), usable))
                .sorted(Comparator.comparing(Way::after))
                .toList();
        return new ReachPlan(
                ways.isEmpty() ? UNKNOWN.ways : fromNow(ways),
                quiet(person, as, at),
                as == Severity.CRITICAL ? true : null);
    }

    /** The same, and later when the person has asked to be left alone. */
    public static ReachPlan of(Person person, @Nullable Severity severity, Directory directory, Instant at) {
        var as = severity == null ? Severity.CRITICAL : severity;
        return of(person, severity, directory.ways(person.id()), at)
                .after(directory
                        .undisturbed(person.id(), at)
                        .filter(rest -> !rest.except().contains(as))
                        .map(rest -> Duration.between(at, rest.until()))
                        .orElse(null));
    }

    private static List<Way> wished(Person person, Severity severity) {
        return Optional.ofNullable(person.reach()).map(Reach::wishes).orElse(List.of()).stream()
                .filter(wish -> wish.severity() == severity)
                .findFirst()
                .map(Reach.Wish::ways)
                .orElseGet(() -> USUAL.getOrDefault(severity, List.of(MAIL)));
    }

    /** E-mail needs no more than an address: what is not set up yet waits for it, and is seen to. */
    private static boolean has(Person person, ChannelKind channel, Set<ChannelKind> usable) {
        return switch (channel) {
            case EMAIL -> person.email() != null;
            case SMS, CALL -> person.phone() != null && usable.contains(channel);
            case SLACK -> person.email() != null && usable.contains(channel);
            case PUSH -> usable.contains(channel);
            case WEBHOOK, SOURCE -> false;
        };
    }

    private static List<Way> fromNow(List<Way> ways) {
        var first = ways.getFirst().after();
        return ways.stream()
                .map(way -> new Way(way.channel(), way.after().minus(first), way.every()))
                .toList();
    }

    private static @Nullable Duration quiet(Person person, Severity severity, Instant at) {
        return Optional.ofNullable(person.reach())
                .map(Reach::quiet)
                .filter(quiet -> !quiet.except().contains(severity))
                .flatMap(quiet -> left(quiet, WallClock.of(person.timeZone()), at))
                .orElse(null);
    }

    /** Until they end, when it is within them. */
    private static Optional<Duration> left(Quiet quiet, WallClock clock, Instant at) {
        var shown = clock.shown(at);
        var time = shown.toLocalTime();
        boolean isOverNight = quiet.until().isBefore(quiet.from());
        boolean isAfterStart = !time.isBefore(quiet.from());
        boolean isBeforeEnd = time.isBefore(quiet.until());
        if (isOverNight ? !isAfterStart && !isBeforeEnd : !isAfterStart || !isBeforeEnd) {
            return Optional.empty();
        }
        var day = isOverNight && isAfterStart ? shown.toLocalDate().plusDays(1) : shown.toLocalDate();
        return Optional.of(Duration.between(at, clock.at(day.atTime(quiet.until()))))
                .filter(Duration::isPositive);
    }

    /** What is left without these ways, from now on; empty when nothing is. */
    Optional<ReachPlan> without(Set<ChannelKind> gone) {
        var left = ways.stream().filter(way -> !gone.contains(way.channel())).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new ReachPlan(fromNow(left), quiet, urgent));
    }

    /** The same ways at the same times, however urgent. */
    boolean isAs(ReachPlan other) {
        return ways.equals(other.ways) && Objects.equals(quiet, other.quiet);
    }

    /** So much later. */
    ReachPlan after(@Nullable Duration wait) {
        return wait == null
                ? this
                : new ReachPlan(ways, quiet == null || quiet.compareTo(wait) < 0 ? wait : quiet, urgent);
    }
}
