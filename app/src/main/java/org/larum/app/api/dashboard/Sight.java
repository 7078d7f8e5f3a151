package org.larum.app.api.dashboard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Severity;
import org.larum.projections.measure.MeasureQuery.Measures;
import org.larum.projections.measure.MeasureQuery.Narrowed;
import org.larum.projections.measure.MeasureQuery.Period;
import org.larum.projections.shared.Named;
import org.larum.projections.shared.Names;

/**
 * What figures are looked at over: so many days up to now, of these services, teams and severities. {@code isOpen}: whether the lists
 * behind them may be opened, which is only for those who have signed in.
 */
record Sight(int days, ZoneId zone, Narrowed narrowed, Instant now, boolean isOpen, Names names) {

    Period period() {
        return new Period(now.minus(Duration.ofDays(days)), now);
    }

    Measures measures() {
        return new Measures(period(), zone, narrowed, now);
    }

    Sight narrowedTo(Narrowed own) {
        return new Sight(days, zone, own.or(narrowed), now, isOpen, names);
    }

    /** Outages are made by critical and high incidents alone. */
    Sight severe() {
        var severe = Set.of(Severity.CRITICAL.mark(), Severity.HIGH.mark());
        return narrowed.severities().isEmpty()
                ? new Sight(days, zone, new Narrowed(narrowed.services(), narrowed.teams(), severe), now, isOpen, names)
                : this;
    }

    // ------------------------------------------------------------ addresses in the web app

    @Nullable
    String incidents(String which) {
        return list("incidents", Map.of("which", which));
    }

    @Nullable
    String pages(String which) {
        return list("pages", Map.of("which", which));
    }

    /** {@code more}: in place of what all of it is narrowed to. */
    @Nullable
    String list(String list, Map<String, String> more) {
        var search = new LinkedHashMap<String, String>();
        search.put("list", list);
        search.put("days", String.valueOf(days));
        put(search, "team", words(narrowed.teams(), names::team));
        put(search, "service", words(narrowed.services(), names::service));
        put(
                search,
                "severity",
                narrowed.severities().stream()
                        .sorted()
                        .map(mark -> Severity.of(mark).name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(",")));
        search.putAll(new TreeMap<>(more));
        return open("/insights/list?"
                + search.entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    @Nullable
    String open(String address) {
        return isOpen ? address : null;
    }

    private static void put(Map<String, String> search, String name, String value) {
        if (!value.isEmpty()) {
            search.put(name, value);
        }
    }

    private static String words(Collection<UUID> ids, Function<UUID, Named> name) {
        return ids.stream().map(id -> name.apply(id).word()).sorted().collect(Collectors.joining(","));
    }
}
