package org.larum.app.api.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.measure.BusinessView.BusinessFigures;
import org.larum.app.api.measure.BusinessView.ServiceCost;
import org.larum.domain.directory.Definition.Service;
import org.larum.projections.feedback.FeedbackFiguresView.IncidentFigures;
import org.larum.projections.measure.MeasureQuery.Period;
import org.larum.projections.measure.OutageMeasure;
import org.larum.projections.shared.Named;

/** What outages come to, with what the catalogue says of its services today. Only time that has passed counts. */
final class Business {

    private final Map<UUID, Service> services;
    private final Instant now;

    /** @param services those that are asked about, in use or not */
    Business(List<Service> services, Instant now) {
        this.services =
                services.stream().collect(Collectors.toMap(one -> one.id().value(), Function.identity()));
        this.now = now;
    }

    BusinessFigures figures(Period period, List<OutageMeasure> outages, IncidentFigures said) {
        var known = outages.stream()
                .filter(one -> services.containsKey(one.service().id()))
                .toList();
        double out = known.stream().mapToDouble(OutageMeasure::seconds).sum();
        var lost = known.stream().map(this::lost).filter(Objects::nonNull).toList();
        boolean isPriced =
                services.values().stream().anyMatch(one -> one.value().revenuePerMinute() != null);
        return new BusinessFigures(
                services.isEmpty() ? null : available(out, period, services.size()),
                out,
                known.stream().mapToLong(OutageMeasure::incidents).sum(),
                isPriced ? lost.stream().mapToDouble(Double::doubleValue).sum() : null,
                said.mean(),
                said.rated());
    }

    List<ServiceCost> costs(Period period, List<OutageMeasure> outages) {
        return outages.stream()
                .filter(one -> services.containsKey(one.service().id()))
                .map(one -> cost(period, one))
                .sorted(Comparator.comparingDouble((ServiceCost one) -> one.revenue() == null ? 0 : one.revenue())
                        .thenComparingDouble(ServiceCost::outSeconds)
                        .reversed())
                .toList();
    }

    private ServiceCost cost(Period period, OutageMeasure outage) {
        var service = Objects.requireNonNull(services.get(outage.service().id()));
        var worth = service.value();
        return new ServiceCost(
                new Named(service.id().value(), service.word(), service.name()),
                worth.tier(),
                worth.process(),
                outage.incidents(),
                outage.seconds(),
                available(outage.seconds(), period, 1),
                worth.users(),
                lost(outage));
    }

    private @Nullable Double lost(OutageMeasure outage) {
        var service = services.get(outage.service().id());
        var perMinute = service == null ? null : service.value().revenuePerMinute();
        return perMinute == null ? null : perMinute * outage.seconds() / 60;
    }

    private double available(double out, Period period, int count) {
        var end = period.until().isAfter(now) ? now : period.until();
        double seconds = Duration.between(period.from(), end).toMillis() / 1000.0 * count;
        return seconds <= 0 ? 100 : Math.max(0, 100 * (1 - out / seconds));
    }
}
