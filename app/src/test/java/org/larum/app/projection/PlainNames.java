package org.larum.app.projection;

import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.CHAT;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.directory.DirectoryExamples.GRACE;
import static org.larum.domain.directory.DirectoryExamples.PROMETHEUS;
import static org.larum.domain.directory.DirectoryExamples.SEARCH;
import static org.larum.domain.directory.DirectoryExamples.SHOP_TEAM;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Identifier;
import org.larum.projections.shared.Named;
import org.larum.projections.shared.Names;

/** The names of the examples. */
public final class PlainNames implements Names {

    private static final Map<UUID, String> NAMES = Map.of(
            ADA.value(), "Ada",
            GRACE.value(), "Grace",
            CHAT.value(), "Chat",
            CHECKOUT.value(), "Checkout",
            SEARCH.value(), "Search",
            SHOP_TEAM.value(), "Shop",
            PROMETHEUS.value(), "Prometheus");

    static Named of(Identifier id) {
        return named(id.value());
    }

    private static Named named(UUID id) {
        var name = Objects.requireNonNull(NAMES.get(id), () -> "a name for " + id);
        return new Named(id, name.toLowerCase(Locale.ROOT), name);
    }

    @Override
    public Named service(UUID id) {
        return named(id);
    }

    @Override
    public @Nullable String runbook(UUID service) {
        return "https://example.com/runbook";
    }

    @Override
    public Named team(UUID id) {
        return named(id);
    }

    @Override
    public Named person(UUID id) {
        return named(id);
    }

    @Override
    public Named integration(UUID id) {
        return named(id);
    }

    @Override
    public Named channel(UUID id) {
        return named(id);
    }
}
