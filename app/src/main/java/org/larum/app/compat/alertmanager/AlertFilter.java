package org.larum.app.compat.alertmanager;

import java.util.Comparator;
import java.util.List;
import org.larum.app.intake.BodyRefused;
import org.springframework.util.MultiValueMap;

/** What a reader asks for. All our open alerts are active; none is silenced, inhibited, muted or unprocessed. */
record AlertFilter(List<Matcher> matchers, boolean active, boolean ours) {

    private static final int MOST_MATCHERS = 50;

    /** {@code receiver}: the name of the one receiver there is. */
    static AlertFilter of(MultiValueMap<String, String> query, String receiver) {
        var filters = query.getOrDefault("filter", List.of());
        if (filters.size() > MOST_MATCHERS) {
            throw new BodyRefused(400, "filter", "There are more than %d matchers.".formatted(MOST_MATCHERS));
        }
        var wanted = query.getFirst("receiver");
        var ours = wanted == null
                || wanted.isEmpty()
                || Matcher.regex(wanted, wanted).test(receiver);
        var active = !"false".equals(query.getFirst("active"));
        return new AlertFilter(filters.stream().map(Matcher::parse).toList(), active, ours);
    }

    List<OpenAlert> of(List<OpenAlert> alerts) {
        if (!active || !ours) {
            return List.of();
        }
        return alerts.stream()
                .filter(alert -> matchers.stream().allMatch(matcher -> matcher.matches(alert.labels())))
                .sorted(Comparator.comparing(OpenAlert::fingerprint))
                .toList();
    }
}
