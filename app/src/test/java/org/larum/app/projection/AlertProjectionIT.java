package org.larum.app.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.larum.app.projection.Rooms.ALL;
import static org.larum.domain.alert.AlertExamples.DISK;
import static org.larum.domain.alert.AlertExamples.INCIDENT;
import static org.larum.domain.alert.AlertExamples.OCCURRED;
import static org.larum.domain.alert.AlertExamples.SLOW;
import static org.larum.domain.alert.AlertExamples.SUMMARY;
import static org.larum.domain.alert.AlertExamples.acknowledged;
import static org.larum.domain.alert.AlertExamples.attached;
import static org.larum.domain.alert.AlertExamples.expired;
import static org.larum.domain.alert.AlertExamples.raised;
import static org.larum.domain.alert.AlertExamples.repeated;
import static org.larum.domain.alert.AlertExamples.resolved;
import static org.larum.domain.alert.AlertExamples.slowRaised;
import static org.larum.domain.alert.AlertExamples.worsened;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.directory.DirectoryExamples.PROMETHEUS;
import static org.larum.domain.directory.DirectoryExamples.SEARCH;
import static org.larum.domain.directory.DirectoryExamples.link;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Refusal;
import org.larum.projections.alert.AlertQuery.Alerts;
import org.larum.projections.alert.AlertView;
import org.larum.projections.shared.Page.Asked;
import org.larum.projections.shared.Scope;

class AlertProjectionIT {

    private final Rooms rooms = new Rooms();

    private static Alerts all(Asked asked) {
        return new Alerts(Set.of(), null, Set.of(), null, null, null, Scope.EVERYTHING, asked);
    }

    private List<UUID> found(
            Set<String> states,
            @Nullable UUID service,
            Set<Integer> severities,
            @Nullable String key,
            @Nullable UUID incident,
            @Nullable UUID integration) {
        var query = new Alerts(states, service, severities, key, incident, null, new Scope(integration), ALL);
        return rooms.alerts.answer(query).items().stream().map(AlertView::id).toList();
    }

    private AlertView only() {
        var items = rooms.alerts.answer(all(ALL)).items();
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    @Test
    void aRaisedAlertIsShownWhole() {
        rooms.given(raised());
        assertThat(only())
                .isEqualTo(new AlertView(
                        DISK.value(),
                        "disk-full",
                        "triggered",
                        "high",
                        SUMMARY,
                        PlainNames.of(CHECKOUT),
                        "cart",
                        Map.of("host", "cart-1"),
                        List.of(link()),
                        1,
                        OCCURRED,
                        Monday.NINE,
                        Monday.NINE,
                        null,
                        null,
                        null,
                        null,
                        PlainNames.of(PROMETHEUS),
                        1));
    }

    @Test
    void itShowsWhatHasBecomeOfIt() {
        rooms.given(raised(), attached(), worsened(INCIDENT), acknowledged(INCIDENT));
        assertThat(only().state()).isEqualTo("acknowledged");
        assertThat(only().severity()).isEqualTo("critical");
        assertThat(only().summary()).isEqualTo("Disk of cart-1 is full");
        assertThat(only().incident()).isEqualTo(INCIDENT.value());
        assertThat(only().endedAt()).isNull();
        assertThat(only().index()).isEqualTo(4);
        rooms.given(resolved(INCIDENT));
        assertThat(only().state()).isEqualTo("resolved");
        assertThat(only().endedAt()).isEqualTo(Monday.at(6));
    }

    @Test
    void anExpiredOneIsNotAResolvedOne() {
        rooms.given(raised(), expired(null));
        assertThat(only().state()).isEqualTo("expired");
        assertThat(only().endedAt()).isEqualTo(Monday.at(7));
    }

    @Test
    void countsComeFromBesideTheLog() {
        rooms.given(raised(), repeated(null));
        rooms.jdbc
                .sql("insert into alert_identities (identity, integration, key, alert, count, last_seen)"
                        + " values (gen_random_uuid(), ?, 'disk-full', ?, 12, ?::timestamptz)")
                .params(PROMETHEUS.value(), DISK.value(), Monday.at(3).toString())
                .update();
        assertThat(only().count()).isEqualTo(12);
        assertThat(only().lastSeen()).isEqualTo(Monday.at(3));
    }

    @Test
    void everyFilterFinds() {
        rooms.given(raised(), attached(), slowRaised(), resolved(INCIDENT));
        var disk = DISK.value();
        var slow = SLOW.value();
        assertThat(found(Set.of(), null, Set.of(), null, null, null)).containsExactly(slow, disk);
        assertThat(found(Set.of("triggered"), null, Set.of(), null, null, null)).containsExactly(slow);
        assertThat(found(Set.of("triggered", "resolved"), null, Set.of(), null, null, null))
                .hasSize(2);
        assertThat(found(Set.of(), CHECKOUT.value(), Set.of(), null, null, null))
                .hasSize(2);
        assertThat(found(Set.of(), SEARCH.value(), Set.of(), null, null, null)).isEmpty();
        assertThat(found(Set.of(), null, Set.of(2), null, null, null)).containsExactly(disk);
        assertThat(found(Set.of(), null, Set.of(), "slow", null, null)).containsExactly(slow);
        assertThat(found(Set.of(), null, Set.of(), null, INCIDENT.value(), null))
                .containsExactly(disk);
        assertThat(found(Set.of(), null, Set.of(), null, null, PROMETHEUS.value()))
                .hasSize(2);
        assertThat(found(Set.of(), null, Set.of(), null, null, UUID.randomUUID()))
                .isEmpty();
    }

    @Test
    void aListIsReadPageByPage() {
        rooms.given(raised(), slowRaised());
        var first = rooms.alerts.answer(all(new Asked(1, null)));
        assertThat(first.items()).extracting(AlertView::id).containsExactly(SLOW.value());
        var second = rooms.alerts.answer(all(new Asked(1, first.next())));
        assertThat(second.items()).extracting(AlertView::id).containsExactly(DISK.value());
        assertThat(second.next()).isNull();
    }

    @Test
    void aCursorThatIsNoneIsRefused() {
        assertThatThrownBy(() -> rooms.alerts.answer(all(new Asked(1, "somewhere"))))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("bad_cursor"));
    }

    @Test
    void readTwiceTheRowsAreTheSame() {
        rooms.given(raised(), attached(), slowRaised(), worsened(INCIDENT), repeated(INCIDENT), resolved(INCIDENT));
        var once = rooms.rows();
        assertThat(once).isNotEmpty();
        assertThat(rooms.replayed().rows()).isEqualTo(once);
    }
}
