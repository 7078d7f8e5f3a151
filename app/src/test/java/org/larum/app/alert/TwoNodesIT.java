package org.larum.app.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.larum.app.Caller.bearer;
import static org.larum.app.Caller.json;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.larum.app.RunningServer;

/** Two nodes on one database hear of the same new fault at the same moment, many times over. */
class TwoNodesIT {

    private static final String KEY = "a-key-of-the-tests-with-32-characters-or-more";
    private static final int FAULTS = 40;

    /** How often each node hears of each fault. */
    private static final int TIMES = 3;

    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer(2, """
            teams: {payments: {name: Payments, members: []}}
            services: {checkout: {name: Checkout, team: payments}}
            integrations: {native: {type: native, key: %s, service: checkout}}
            """.formatted(KEY));

    @Test
    void eachKeyHasOneAlertEveryDetectionIsCountedAndThereIsOneIncident() {
        var answers = new ArrayList<HttpResponse<String>>();
        for (int fault = 0; fault < FAULTS; fault++) {
            answers.addAll(onBothNodesAtOnce("fault-" + fault));
        }
        assertThat(answers).hasSize(FAULTS * TIMES * 2).allMatch(answer -> answer.statusCode() == 202);
        assertThat(numbers(answers)).as("each is counted once").isEqualTo(each(List.of(1, 2, 3, 4, 5, 6)));
        assertThat(rows("select key, count from alert_identities where key like 'fault-%' and open"))
                .isEqualTo(each(2L * TIMES));
        assertThat(rows("""
                        select i.key, count(*) from event e join alert_identities i on i.alert = e.aggregate_id
                        where e.name = 'alert.AlertRaised' and i.key like 'fault-%' group by i.key""")).as("alerts of each key").isEqualTo(each(1L));
        assertThat(rows("select 'all', count(*) from event where name = 'alert.AlertRaised'"))
                .isEqualTo(Map.of("all", (long) FAULTS));
        await("all are in an incident")
                .atMost(Duration.ofSeconds(20))
                .until(() -> rows("""
                        select 'all', count(*) from alert_views where incident is not null""").equals(Map.of("all", (long) FAULTS)));
        assertThat(rows("select 'all', count(*) from event where name = 'incident.IncidentOpened'"))
                .isEqualTo(Map.of("all", 1L));
    }

    /** The answers to the same detection, sent to both nodes several times at once. */
    private static List<HttpResponse<String>> onBothNodesAtOnce(String key) {
        var body = Map.of("key", key, "severity", "low", "summary", "It fails");
        return IntStream.range(0, TIMES * 2)
                .mapToObj(n -> SERVER.caller(n % 2).posting("/api/detections", body, bearer(KEY)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    /** Which number each detection of a key was told it is, in order. */
    private static Map<String, List<Integer>> numbers(List<HttpResponse<String>> answers) {
        return answers.stream()
                .map(answer -> json(answer).at("/items/0"))
                .sorted(Comparator.comparingInt(item -> item.get("count").asInt()))
                .collect(Collectors.groupingBy(
                        item -> item.get("key").asString(),
                        Collectors.mapping(item -> item.get("count").asInt(), Collectors.toList())));
    }

    private static <V> Map<String, V> each(V value) {
        return IntStream.range(0, FAULTS).boxed().collect(Collectors.toMap(fault -> "fault-" + fault, fault -> value));
    }

    private static Map<String, Long> rows(String sql) {
        var rows = new HashMap<String, Long>();
        SERVER.jdbc().sql(sql).query(row -> {
            rows.put(row.getString(1), row.getLong(2));
        });
        return rows;
    }
}
