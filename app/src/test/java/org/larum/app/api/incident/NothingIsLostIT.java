package org.larum.app.api.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.larum.app.RunningServer;
import org.larum.app.eventstore.EventLog;
import org.larum.domain.alert.AlertEvent.AlertAttached;
import org.larum.domain.alert.AlertId;
import org.larum.domain.incident.IncidentEvent.AlertSettled;
import org.larum.domain.incident.IncidentEvent.AlertsJoined;
import org.larum.domain.incident.IncidentEvent.AlertsMovedIn;
import org.larum.domain.incident.IncidentEvent.AlertsMovedOut;
import org.larum.domain.incident.IncidentEvent.IncidentMerged;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.incident.IncidentEvent.IncidentSplit;

/** Alerts are merged, un-merged, split and moved at random: each is always in exactly one incident, as the log says. */
class NothingIsLostIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SERVICES = 5;
    private static final int ALERTS = 4;
    private static final int ACTS = 60;
    private static final Map<String, String> NOTHING = Map.of();

    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer(1, Shop.organisation(SERVICES + 2));

    private final Shop shop = new Shop(SERVER);
    private final Random random = new Random(20261126);
    private final Map<String, Set<String>> restored = new TreeMap<>();

    @Test
    void noAlertIsEverInTwoIncidentsOrInNone() {
        var incidents = new ArrayList<String>();
        IntStream.range(0, SERVICES).forEach(n -> incidents.add(Shop.id(shop.fail("s" + n, "high", ALERTS))));
        var all = new HashSet<String>();
        incidents.forEach(incident -> all.addAll(open(incident)));
        assertThat(all).hasSize(SERVICES * ALERTS);
        int done = 0;
        for (int n = 0; n < ACTS; n++) {
            done += actAtRandom(incidents) ? 1 : 0;
            check(incidents, all);
        }
        assertThat(done).isGreaterThan(ACTS / 4);
    }

    private boolean actAtRandom(List<String> incidents) {
        var one = pick(incidents);
        var other = pick(incidents);
        return switch (random.nextInt(5)) {
            case 0, 1 -> merge(one, other);
            case 2 -> unmerge(pick(incidents));
            case 3 -> split(one, incidents);
            default -> works(one, "add-alerts", Map.of("alerts", some(open(other))));
        };
    }

    private boolean merge(String one, String other) {
        var before = new TreeSet<>(open(one));
        if (!shop.one(one).get("partOf").isNull()) {
            return false;
        }
        boolean isMerged = works(one, "merge", Map.of("into", other));
        if (isMerged) {
            restored.put(one, before);
        }
        return isMerged;
    }

    /** What has moved on meanwhile stays where it was moved; everything else is back. */
    private boolean unmerge(String incident) {
        var whole = shop.one(incident).get("partOf");
        if (whole.isNull()) {
            return false;
        }
        var there = open(Shop.id(whole));
        if (!works(incident, "unmerge", NOTHING)) {
            return false;
        }
        var back = restored.getOrDefault(incident, Set.of()).stream()
                .filter(there::contains)
                .collect(Collectors.toSet());
        assertThat(open(incident)).isEqualTo(back);
        return true;
    }

    private boolean split(String incident, List<String> incidents) {
        var answer = shop.act(incident, "split", Map.of("alerts", some(open(incident))));
        if (answer.statusCode() != 200) {
            assertThat(answer.statusCode()).describedAs(answer.body()).isBetween(400, 409);
            return false;
        }
        incidents.add(Shop.id(org.larum.app.Caller.json(answer).get("incident")));
        return true;
    }

    /** True when it was done; a refusal changes nothing, which the check after it shows. */
    private boolean works(String incident, String what, Object body) {
        var answer = shop.act(incident, what, body);
        assertThat(answer.statusCode()).describedAs(answer.body()).isBetween(200, 409);
        return answer.statusCode() == 200;
    }

    private static void check(List<String> incidents, Set<String> all) {
        var places = new TreeMap<String, String>();
        incidents.forEach(incident -> open(incident)
                .forEach(alert -> assertThat(places.put(alert, incident))
                        .as(alert + " is in one incident")
                        .isNull()));
        assertThat(places.keySet()).isEqualTo(new TreeSet<>(all));
        places.forEach((alert, incident) -> assertThat(incidentOf(alert)).isEqualTo(incident));
    }

    private String pick(List<String> incidents) {
        return incidents.get(random.nextInt(incidents.size()));
    }

    private List<String> some(Set<String> alerts) {
        var mixed = new ArrayList<>(alerts);
        Collections.shuffle(mixed, random);
        return List.copyOf(mixed.subList(0, Math.min(mixed.size(), 1 + random.nextInt(3))));
    }

    @Test
    void mergedAndUnmergedItIsAsBefore() {
        var one = Shop.id(shop.fail("s5", "low", ALERTS));
        var two = Shop.id(shop.fail("s6", "low", ALERTS));
        shop.done(one, "acknowledge", NOTHING);
        for (var incident : List.of(one, two)) {
            var before = open(incident);
            var state = shop.one(incident).get("state").asString();
            var into = incident.equals(one) ? two : one;
            shop.done(incident, "merge", Map.of("into", into));
            var again = shop.done(incident, "unmerge", NOTHING);
            assertThat(open(incident)).isEqualTo(before);
            assertThat(again.get("state").asString()).isEqualTo(state);
        }
        IntStream.range(0, ALERTS).forEach(n -> shop.detect("s5", "s5/" + n, "low", "resolve"));
        await("it ends with its last alert")
                .atMost(PATIENCE)
                .until(() -> shop.one(one).get("state").asString().equals("resolved"));
        shop.done(two, "resolve", NOTHING);
    }

    /** As the incident's own events say. */
    private static Set<String> open(String incident) {
        var open = new TreeSet<String>();
        for (var event : events(incident)) {
            switch (event) {
                case IncidentOpened e -> open.add(e.first().toString());
                case AlertsJoined e -> e.alerts().forEach(alert -> open.add(alert.toString()));
                case AlertsMovedIn e ->
                    e.alerts().forEach(one -> open.add(one.alert().toString()));
                case AlertsMovedOut e -> e.alerts().forEach(one -> gone(open, one.alert()));
                case IncidentSplit e -> e.alerts().forEach(one -> gone(open, one.alert()));
                case AlertSettled e -> gone(open, e.alert());
                case IncidentMerged e -> open.clear();
                case IncidentResolved e -> open.clear();
                default -> {}
            }
        }
        return open;
    }

    private static void gone(Set<String> open, AlertId alert) {
        assertThat(open.remove(alert.toString())).isTrue();
    }

    /** As the alert's own events say. */
    private static String incidentOf(String alert) {
        return events(alert).stream()
                .filter(AlertAttached.class::isInstance)
                .map(event -> ((AlertAttached) event).incident().toString())
                .reduce("none", (before, after) -> after);
    }

    private static List<Object> events(String aggregate) {
        return SERVER.bean(EventLog.class)
                .readEvents(UUID.fromString(aggregate).toString(), 0)
                .asStream()
                .map(message -> (Object) message.getPayload())
                .toList();
    }
}
