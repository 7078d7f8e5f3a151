package org.larum.app.slo;

import java.util.List;
import java.util.Locale;
import org.larum.projections.slo.AlarmView;
import org.larum.projections.slo.SloTable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which turns of which alarms were sent. It is not of the log, so that a rebuild sends nothing again. */
final class UntoldTable {

    private final JdbcClient jdbc;

    UntoldTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Also what has calmed down. */
    List<AlarmView> untold() {
        return jdbc.sql(
                        "select a.* from slo_alarms a left join slo_alarms_told t on t.slo = a.slo and t.alarm = a.alarm"
                                + " where coalesce(t.position, -1) < a.position order by a.position")
                .query((row, n) -> SloTable.alarm(row))
                .list();
    }

    void told(AlarmView alarm) {
        jdbc.sql("insert into slo_alarms_told as known (slo, alarm, position) values (?, ?, ?)"
                        + " on conflict (slo, alarm) do update set position = excluded.position"
                        + " where known.position < excluded.position")
                .params(alarm.slo(), alarm.alarm().name().toLowerCase(Locale.ROOT), alarm.position())
                .update();
    }
}
