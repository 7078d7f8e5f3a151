package org.larum.app.api.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.Caller.bearer;
import static org.larum.app.Caller.json;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.larum.app.RunningServer;
import org.larum.app.Servers;

/** Shifts in the calendars of people, and hours in files. */
class IcalIT {

    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer(1, """
            people:
              ada: {name: Ada, email: ada@example.test}
              grace: {name: "=Grace; Hopper, the first", email: grace@example.test}
            schedules:
              nights:
                name: "Nights, all; of them"
                timeZone: Europe/Berlin
                layers:
                  - {name: nights, people: [ada, grace], rotation: daily, handover: "20:00", from: 2026-01-01, only: ["20:00-08:00"]}
              payments:
                timeZone: Europe/London
                layers: [{name: primary, people: [ada], rotation: weekly, from: 2026-01-05}]
            """);

    private static String[] ada = {};

    @BeforeAll
    static void signIn() {
        var email = "ada@example.test";
        var invited = SERVER.caller()
                .post("/api/people/invitations", Map.of("email", email, "name", "Ada"), bearer(Servers.ADMIN));
        var token = json(invited).get("link").asString().replaceAll(".*/", "");
        var form = Map.of("name", "Ada", "email", email, "password", "a long enough password", "timeZone", "UTC");
        var joined = SERVER.caller().post("/api/invitations/" + token, form);
        assertThat(joined.statusCode()).describedAs(joined.body()).isEqualTo(200);
        var cookie = joined.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
        ada = new String[] {
            "Cookie", cookie, "X-Larum-Csrf", json(joined).get("csrf").asString()
        };
    }

    private static HttpResponse<String> subscribe(Map<String, String> wish, String... more) {
        return SERVER.caller()
                .post(
                        "/api/ical-feeds",
                        wish,
                        Stream.concat(Stream.of(ada), Stream.of(more)).toArray(String[]::new));
    }

    private static String path(HttpResponse<String> made) {
        assertThat(made.statusCode()).describedAs(made.body()).isEqualTo(201);
        return json(made).get("path").asString();
    }

    @Test
    void aScheduleIsACalendarThatChangesOnlyWhenItsShiftsDo() {
        var path = path(subscribe(Map.of("schedule", "nights")));
        assertThat(path).matches("/ical/[A-Za-z0-9_-]{43}\\.ics");
        var read = SERVER.caller().get(path);
        assertThat(read.statusCode()).describedAs(read.body()).isEqualTo(200);
        assertThat(read.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/calendar");
        assertThat(read.body()).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(read.body().lines()).allMatch(line -> line.length() <= 75);
        var unfolded = read.body().replace("\r\n ", "");
        assertThat(unfolded)
                .contains("SUMMARY:=Grace\\; Hopper\\, the first: Nights\\, all\\; of them")
                .contains("SUMMARY:Ada: Nights");
        assertThat(unfolded.lines().filter(line -> line.startsWith("DTSTART:"))).allMatch(line -> line.endsWith("Z"));
        var ids = unfolded.lines().filter(line -> line.startsWith("UID:")).toList();
        assertThat(ids).hasSizeBetween(200, 215).doesNotHaveDuplicates();

        var tag = read.headers().firstValue("ETag").orElseThrow();
        assertThat(SERVER.caller().get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(SERVER.caller().get(path).body()).isEqualTo(read.body());
    }

    @Test
    void aPersonsCalendarShowsTheirOwnShifts() {
        var text = SERVER.caller().get(path(subscribe(Map.of()))).body().replace("\r\n ", "");
        assertThat(text.lines().filter(line -> line.startsWith("SUMMARY:")).distinct())
                .containsExactlyInAnyOrder("SUMMARY:On call: Nights\\, all\\; of them", "SUMMARY:On call: payments");
    }

    @Test
    void whatIsTakenBackShowsNothingMore() {
        var made = subscribe(Map.of("schedule", "nights"), "Idempotency-Key", "one-calendar");
        var path = path(made);
        assertThat(path(subscribe(Map.of("schedule", "nights"), "Idempotency-Key", "one-calendar")))
                .isEqualTo(path);
        var id = json(made).get("id").asString();
        var list = SERVER.caller().get("/api/ical-feeds", ada);
        assertThat(list.body()).contains(id).doesNotContain(path);
        assertThat(SERVER.jdbc()
                        .sql("select count(*) from ical_feeds where hash like '%' || ? || '%'")
                        .param(path.substring(6, 49))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(SERVER.caller().delete("/api/ical-feeds/" + id, ada).statusCode())
                .isEqualTo(200);
        assertThat(SERVER.caller().get(path).statusCode()).isEqualTo(404);
        assertThat(SERVER.caller().get("/ical/nothing.ics").statusCode()).isEqualTo(404);
    }

    @Test
    void whatCannotBeSubscribedToIsRefused() {
        assertThat(subscribe(Map.of("schedule", "nobody")).statusCode()).isEqualTo(404);
        assertThat(SERVER.caller()
                        .post("/api/ical-feeds", Map.of(), bearer(Servers.ADMIN))
                        .statusCode())
                .isEqualTo(400);
        assertThat(SERVER.caller().post("/api/ical-feeds", Map.of()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void hoursAreAFileInWhichNobodyIsAFormula() {
        var path = "/api/schedules/nights/hours?from=2026-03-02T00:00:00Z&until=2026-03-09T00:00:00Z";
        var read = SERVER.caller().get(path + "&format=csv", bearer(Servers.ADMIN));
        assertThat(read.statusCode()).describedAs(read.body()).isEqualTo(200);
        assertThat(read.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("hours-nights.csv");
        assertThat(read.body()).startsWith("\"person\",\"schedule\"").contains("\"'=Grace; Hopper, the first\"");
        var sheet = SERVER.caller().get(path + "&format=xlsx", bearer(Servers.ADMIN));
        assertThat(sheet.statusCode()).isEqualTo(200);
        assertThat(sheet.body()).startsWith("PK");
        assertThat(SERVER.caller()
                        .get(path + "&format=pdf", bearer(Servers.ADMIN))
                        .statusCode())
                .isEqualTo(400);
    }
}
