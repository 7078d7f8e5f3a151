package org.larum.app.api.context;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Definition.Service;
import org.larum.domain.directory.Definition.Worth;
import org.larum.projections.shared.Named;

/**
 * What an incident costs. Its services often serve the same people and the same money, one through the other, so that figures are not
 * added: the largest of one service counts, and is named.
 *
 * @param since when it began, by hand or as it was opened
 * @param until when it was resolved; null while it goes on
 * @param seconds between the two, up to {@code asOf} while it goes on
 * @param processes the business processes that stop without its services
 */
record ImpactView(
        Instant since,
        @Nullable Instant until,
        Instant asOf,
        long seconds,
        @Nullable Users users,
        @Nullable Revenue revenue,
        List<String> processes,
        List<Named> services) {

    /** How many people use the service. */
    public record Users(long count, Named of) {}

    /** {@code soFar}: {@code perMinute} for as long as it lasts, in the currency of the house; a screen may go on counting. */
    public record Revenue(double perMinute, double soFar, Named of) {}

    private static final int MOST_SERVICES = 50;

    static ImpactView of(List<Service> services, Instant since, @Nullable Instant until, Instant now) {
        var end = until == null ? now : until;
        var lasted = Duration.between(since, end);
        long seconds = lasted.isNegative() ? 0 : lasted.toSeconds();
        return new ImpactView(
                since,
                until,
                now,
                seconds,
                greatest(services, Worth::users)
                        .map(one -> new Users(Objects.requireNonNull(one.value().users()), named(one)))
                        .orElse(null),
                greatest(services, Worth::revenuePerMinute)
                        .map(one -> revenue(one, seconds))
                        .orElse(null),
                services.stream()
                        .map(one -> one.value().process())
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .toList(),
                services.stream().map(ImpactView::named).limit(MOST_SERVICES).toList());
    }

    private static Revenue revenue(Service of, long seconds) {
        double perMinute = Objects.requireNonNull(of.value().revenuePerMinute());
        return new Revenue(perMinute, perMinute * seconds / 60, named(of));
    }

    private static <N extends Comparable<N>> Optional<Service> greatest(
            List<Service> services, Function<Worth, @Nullable N> figure) {
        return services.stream()
                .filter(one -> figure.apply(one.value()) != null)
                .max(Comparator.comparing(one -> Objects.requireNonNull(figure.apply(one.value()))));
    }

    private static Named named(Service service) {
        return new Named(service.id().value(), service.word(), service.name());
    }
}
