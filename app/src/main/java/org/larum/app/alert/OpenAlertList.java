package org.larum.app.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.larum.app.bus.Door;
import org.larum.app.compat.alertmanager.OpenAlert;
import org.larum.app.compat.alertmanager.OpenAlerts;
import org.larum.app.intake.Sender;
import org.larum.domain.shared.Link;
import org.larum.projections.alert.AlertAnswers;
import org.larum.projections.alert.AlertQuery.Alerts;
import org.larum.projections.alert.AlertView;
import org.larum.projections.shared.Page.Asked;
import org.larum.projections.shared.Scope;
import reactor.core.publisher.Mono;

/** The open alerts of one integration. */
public final class OpenAlertList implements OpenAlerts {

    /** Alertmanager's API does not page; a client that wants more than this many is better served by ours. */
    private static final int MOST = 20_000;

    private final Door door;
    private final AlertAnswers alerts;

    public OpenAlertList(Door door, AlertAnswers alerts) {
        this.door = door;
        this.alerts = alerts;
    }

    @Override
    public Mono<List<OpenAlert>> of(Sender sender) {
        return door.go(() -> {
            var scope = new Scope(sender.integration().value());
            var found = new ArrayList<OpenAlert>();
            String next = null;
            do {
                var asked = new Asked(1000, next);
                var page = alerts.answer(new Alerts(
                        Set.of("triggered", "acknowledged"), null, Set.of(), null, null, null, scope, asked));
                page.items().forEach(view -> found.add(open(view)));
                next = page.next();
            } while (next != null && found.size() < MOST);
            return found;
        });
    }

    private static OpenAlert open(AlertView view) {
        return new OpenAlert(
                view.key(),
                view.labels(),
                Map.of("summary", view.summary()),
                view.occurredAt(),
                view.lastSeen(),
                view.endsAt(),
                generator(view.links()));
    }

    private static @Nullable String generator(List<Link> links) {
        return links.isEmpty() ? null : links.getFirst().href();
    }
}
