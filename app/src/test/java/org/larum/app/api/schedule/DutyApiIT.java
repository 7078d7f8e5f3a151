package org.larum.app.api.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.larum.app.Caller.bearer;
import static org.larum.app.Caller.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.larum.app.RunningServer;
import org.larum.app.Servers;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.Accounts;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ScheduleId;
import org.larum.domain.shared.Actor;
import tools.jackson.databind.JsonNode;

/** What people agree on beside a schedule, over HTTP, on two nodes; each test has a schedule of its own. */
class DutyApiIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How often two say yes at once. */
    private static final int RACES = 15;

    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer(2, """
            people:
              ada: {name: Ada Lovelace, email: ada@example.test, timeZone: America/New_York}
              grace: {name: Grace Hopper, email: grace@example.test}
              linus: {name: Linus Torvalds, email: linus@example.test}
              margaret: {name: Margaret Hamilton, email: margaret@example.test}
            schedules:
              taking: &daily
                timeZone: Europe/Berlin
                layers: [{name: primary, people: [ada, grace, linus], rotation: daily, from: 2026-01-01}]
              refusing: *daily
              asking: *daily
              racing: *daily
              swapping: *daily
              away: *daily
              guessing: *daily
              leaving: *daily
            """);

    private static final Map<String, String> TOKENS = new HashMap<>();

    private static String[] as(String person, String... more) {
        var token = person.equals("admin") ? Servers.ADMIN : TOKENS.computeIfAbsent(person, DutyApiIT::token);
        return bearer(token, more);
    }

    private static String token(String person) {
        var id = PersonId.of(person);
        return SERVER.bean(Accounts.class).issueToken(id, "tests", new Write(Actor.person(id), null, "tests"));
    }

    private static JsonNode read(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
        return json(answer);
    }

    private static JsonNode get(String path, String person) {
        return read(SERVER.caller().get(path, as(person)), 200);
    }

    private static JsonNode post(String path, Object body, String person, int status) {
        return read(SERVER.caller().post(path, body, as(person)), status);
    }

    private static JsonNode delete(String path, String person, int status) {
        return read(SERVER.caller().delete(path, as(person)), status);
    }

    private static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false).toList();
    }

    /** The whole shifts of somebody that are yet to come. */
    private static List<JsonNode> shifts(String schedule, String person) {
        var now = Instant.now();
        var span = "?from=" + now + "&until=" + now.plus(Duration.ofDays(60));
        return items(get("/api/schedules/" + schedule + "/shifts" + span, "ada")).stream()
                .filter(shift -> shift.at("/person/word").asString().equals(person))
                .filter(shift -> Instant.parse(shift.get("from").asString()).isAfter(now.plusSeconds(60)))
                .toList();
    }

    private static Instant from(JsonNode shift) {
        return Instant.parse(shift.get("from").asString());
    }

    private static Instant until(JsonNode shift) {
        return Instant.parse(shift.get("until").asString());
    }

    private static String onCall(String schedule, Instant at) {
        var found = items(get("/api/on-call?schedule=" + schedule + "&at=" + at, "ada"));
        return found.isEmpty() ? "" : found.getFirst().at("/person/word").asString();
    }

    private static String code(JsonNode problem) {
        assertThat(problem.get("detail").asString()).contains("Nothing was");
        return problem.get("code").asString();
    }

    private static Map<String, Object> span(Instant from, Instant until, Object... more) {
        var body = new HashMap<String, Object>(Map.of("from", from.toString(), "until", until.toString()));
        for (int i = 0; i < more.length; i += 2) {
            body.put(more[i].toString(), more[i + 1]);
        }
        return body;
    }

    @Test
    void somebodyTakesAPartOfAShiftAndGivesItBack() {
        var shift = shifts("taking", "ada").getFirst();
        var middle = from(shift).plus(Duration.ofHours(6));
        var rules = SERVER.bean(RuleBook.class);
        long before = SERVER.head();
        var wish = span(middle, until(shift), "instead", "ada", "reason", "Ada flies");
        var key = new String[] {"Idempotency-Key", "taking-1"};
        var made = read(SERVER.caller().post("/api/schedules/taking/overrides", wish, as("grace", key)), 201);
        assertThat(read(SERVER.caller().post("/api/schedules/taking/overrides", wish, as("grace", key)), 201))
                .isEqualTo(made);
        var id = made.at("/override/id").asString();
        assertThat(made.at("/override/state").asString()).isEqualTo("coming");
        assertThat(made.at("/override/reason").asString()).isEqualTo("Ada flies");
        assertThat(onCall("taking", middle.minusSeconds(1))).isEqualTo("ada");
        assertThat(onCall("taking", middle)).isEqualTo("grace");
        var plan = items(get("/api/schedules/taking/shifts?from=" + middle + "&until=" + until(shift), "ada"));
        assertThat(plan.getFirst().at("/override/agreement").asString()).isEqualTo(id);
        assertThat(plan.getFirst().at("/insteadOf/word").asString()).isEqualTo("ada");
        // What was known then is told of then.
        assertThat(rules.asOf(before).onCall(ScheduleId.of("taking"), middle))
                .extracting(Directory.Duty::person)
                .containsExactly(PersonId.of("ada"));
        assertThat(rules.asOf(SERVER.head()).onCall(ScheduleId.of("taking"), middle))
                .extracting(Directory.Duty::person)
                .containsExactly(PersonId.of("grace"));

        assertThat(items(get("/api/schedules/taking/overrides", "linus")))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.get("mayWithdraw").asBoolean()).isFalse();
                    assertThat(one.at("/by/name").asString()).isEqualTo("Grace Hopper");
                });
        assertThat(code(delete("/api/schedules/taking/overrides/" + id, "linus", 403)))
                .isEqualTo("not_yours");
        var gone = delete("/api/schedules/taking/overrides/" + id, "grace", 200);
        assertThat(gone.get("changed").asBoolean()).isTrue();
        assertThat(delete("/api/schedules/taking/overrides/" + id, "grace", 200)
                        .get("changed")
                        .asBoolean())
                .isFalse();
        assertThat(onCall("taking", middle)).isEqualTo("ada");
        assertThat(items(get("/api/schedules/taking/overrides", "linus"))).isEmpty();
        assertThat(items(get("/api/schedules/taking/overrides?all=true", "linus")))
                .hasSize(1);
    }

    @Test
    void whatCannotBeIsRefusedWithASentence() {
        var path = "/api/schedules/refusing/overrides";
        var shift = shifts("refusing", "ada").getFirst();
        var good = span(from(shift), until(shift), "person", "margaret");
        assertThat(code(post(path, good, "grace", 403))).isEqualTo("not_yours");
        assertThat(code(post(path, span(from(shift), until(shift)), "ada", 409)))
                .isEqualTo("already_on_call");
        assertThat(code(post(path, span(from(shift), until(shift), "instead", "linus"), "grace", 409)))
                .isEqualTo("not_on_call");
        assertThat(code(post(path, span(until(shift), from(shift)), "grace", 400)))
                .isEqualTo("bad_time");
        assertThat(code(post(path, Map.of("from", "soon", "until", "later"), "grace", 400)))
                .isEqualTo("bad_time");
        assertThat(code(post(path, Map.of(), "grace", 400))).isEqualTo("bad_time");
        var past = Instant.now().minus(Duration.ofDays(9));
        assertThat(code(post(path, span(past, past.plusSeconds(60)), "margaret", 400)))
                .isEqualTo("in_the_past");
        assertThat(code(post(path, span(from(shift), from(shift).plus(Duration.ofDays(367))), "margaret", 400)))
                .isEqualTo("too_long");
        assertThat(code(post(path, span(from(shift), until(shift), "person", "nobody"), "admin", 404)))
                .isEqualTo("no_such_person");
        assertThat(code(post(path, span(from(shift), until(shift)), "admin", 400)))
                .isEqualTo("no_person");
        assertThat(code(post(path, span(from(shift), until(shift), "reason", "x".repeat(501)), "grace", 400)))
                .isEqualTo("bad_reason");
        assertThat(code(post("/api/schedules/nothing/overrides", good, "admin", 404)))
                .isEqualTo("no_such_schedule");
        assertThat(code(delete(path + "/none", "admin", 404))).isEqualTo("no_such_override");
        assertThat(items(get(path + "?all=true", "ada"))).isEmpty();
        post(path, good, "admin", 201);
        assertThat(onCall("refusing", from(shift))).isEqualTo("margaret");
    }

    @Test
    void nobodyStandsInWhoHasLeft() {
        var katherine = Map.of("name", "Katherine Johnson", "email", "katherine@example.test");
        read(SERVER.caller().put("/api/config/people/katherine", katherine, as("admin")), 200);
        var shift = shifts("leaving", "ada").getFirst();
        var wish = span(from(shift), until(shift), "person", "katherine");
        post("/api/schedules/leaving/overrides", wish, "admin", 201);
        assertThat(onCall("leaving", from(shift))).isEqualTo("katherine");
        read(SERVER.caller().delete("/api/config/people/katherine", as("admin")), 200);
        assertThat(onCall("leaving", from(shift))).isEqualTo("ada");
        assertThat(SERVER.bean(RuleBook.class).asOf(SERVER.head()).onCall(ScheduleId.of("leaving"), from(shift)))
                .extracting(Directory.Duty::person)
                .containsExactly(PersonId.of("ada"));
    }

    @Test
    void aWallTimeIsOneOfTheSchedule() {
        var day = from(shifts("taking", "ada").getLast())
                .plus(Duration.ofHours(2))
                .toString()
                .substring(0, 10);
        var made = post(
                "/api/schedules/taking/overrides",
                Map.of("from", day, "until", day + "T06:30", "person", "margaret"),
                "admin",
                201);
        var zone = ZoneId.of("Europe/Berlin");
        assertThat(made.at("/override/from").asString())
                .isEqualTo(LocalDate.parse(day).atStartOfDay(zone).toInstant().toString());
    }

    @Test
    void coverIsAskedForAndTakenInParts() {
        var shift = shifts("asking", "ada").get(1);
        var noon = from(shift).plus(Duration.ofHours(12));
        var wish = span(from(shift), until(shift), "schedule", "asking", "reason", "A concert");
        assertThat(code(post("/api/cover-requests", wish, "grace", 409))).isEqualTo("not_on_call");
        var request = post("/api/cover-requests", wish, "ada", 201).get("request");
        var path = "/api/cover-requests/" + request.get("id").asString();
        assertThat(request.at("/asked").toString()).contains("grace", "linus").doesNotContain("ada");
        assertThat(items(get("/api/cover-requests?whose=for-me", "grace"))).contains(seenBy(path, "grace"));
        assertThat(items(get("/api/cover-requests?whose=for-me", "margaret"))).isEmpty();
        assertThat(items(get("/api/cover-requests?whose=by-me", "ada")))
                .extracting(one -> one.get("id"))
                .containsExactly(request.get("id"));
        assertThat(code(post(path + "/take", Map.of(), "margaret", 403))).isEqualTo("not_asked");

        var half = post(path + "/take", Map.of("until", noon), "grace", 200).get("request");
        assertThat(half.get("state").asString()).isEqualTo("open");
        assertThat(half.at("/open/0/from").asString()).isEqualTo(noon.toString());
        assertThat(onCall("asking", from(shift))).isEqualTo("grace");
        assertThat(onCall("asking", noon)).isEqualTo("ada");
        var late = post(path + "/take", span(from(shift), until(shift)), "linus", 409);
        assertThat(late.get("detail").asString()).startsWith("Grace Hopper has taken it already.");
        var rest = post(path + "/take", Map.of(), "linus", 200).get("request");
        assertThat(rest.get("state").asString()).isEqualTo("taken");
        assertThat(onCall("asking", noon)).isEqualTo("linus");
        assertThat(items(get("/api/schedules/asking/overrides", "ada")))
                .extracting(one -> one.get("request"))
                .containsExactly(request.get("id"), request.get("id"));
        assertThat(code(delete(path, "ada", 409))).isEqualTo("cover_taken");

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(get("/api/outbox?limit=1000", "ada").toString())
                                .contains("Cover wanted: asking", "Your shift is taken: asking"));
    }

    private static JsonNode seenBy(String path, String person) {
        return items(get("/api/cover-requests?limit=1000", person)).stream()
                .filter(one -> path.endsWith(one.get("id").asString()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRequestIsWithdrawnByWhoeverMadeIt() {
        var shift = shifts("asking", "grace").get(2);
        var wish = span(from(shift), until(shift), "schedule", "asking", "people", List.of("ada"));
        var id = post("/api/cover-requests", wish, "grace", 201)
                .at("/request/id")
                .asString();
        assertThat(code(delete("/api/cover-requests/" + id, "ada", 403))).isEqualTo("not_yours");
        assertThat(delete("/api/cover-requests/" + id, "grace", 200)
                        .at("/request/state")
                        .asString())
                .isEqualTo("withdrawn");
        assertThat(code(post("/api/cover-requests/" + id + "/take", Map.of(), "ada", 409)))
                .isEqualTo("cover_withdrawn");
    }

    @Test
    void ofTwoWhoSayYesAtOnceOneHasIt() {
        var shifts = shifts("racing", "ada");
        for (var shift : shifts.subList(0, RACES)) {
            var wish = span(from(shift), until(shift), "schedule", "racing");
            var request = post("/api/cover-requests", wish, "ada", 201)
                    .at("/request/id")
                    .asString();
            var path = "/api/cover-requests/" + request + "/take";
            var answers = Stream.of(
                            SERVER.caller(0).posting(path, Map.of(), as("grace")),
                            SERVER.caller(1).posting(path, Map.of(), as("linus")))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 409);
            int second = answers.getFirst().statusCode() == 409 ? 0 : 1;
            var winner = second == 0 ? "linus" : "grace";
            assertThat(json(answers.get(second)).get("detail").asString())
                    .startsWith(winner.equals("linus") ? "Linus Torvalds has" : "Grace Hopper has");
            SERVER.bean(RuleBook.class).catchUp();
            assertThat(onCall("racing", from(shift))).isEqualTo(winner);
            assertThat(items(get("/api/schedules/racing/overrides?limit=1000", "ada")).stream()
                            .filter(one -> one.get("request").asString().equals(request)))
                    .hasSize(1);
        }
    }

    @Test
    void aSwapIsTwoOverrides() {
        var ada = shifts("swapping", "ada").getFirst();
        var grace = shifts("swapping", "grace").getLast();
        var swap = span(from(grace), until(grace));
        var alone = span(from(ada), until(ada), "schedule", "swapping", "swap", swap);
        assertThat(code(post("/api/cover-requests", alone, "ada", 400))).isEqualTo("swap_needs_one");
        var wish = span(from(ada), until(ada), "schedule", "swapping", "people", List.of("grace"), "swap", swap);
        var id = post("/api/cover-requests", wish, "ada", 201).at("/request/id").asString();
        post("/api/cover-requests/" + id + "/take", Map.of(), "grace", 200);
        assertThat(onCall("swapping", from(ada))).isEqualTo("grace");
        assertThat(onCall("swapping", from(grace))).isEqualTo("ada");
    }

    @Test
    void whoeverIsAwayHasNoTurn() {
        var shift = shifts("away", "margaret");
        assertThat(shift).isEmpty();
        var mine = shifts("away", "linus").getFirst();
        var made = post("/api/absences", span(from(mine), until(mine), "reason", "A cold"), "linus", 201);
        var id = made.at("/absence/id").asString();
        assertThat(onCall("away", from(mine))).isEqualTo("ada");
        assertThat(items(get("/api/absences?person=me", "linus")))
                .extracting(one -> one.get("reason").asString())
                .containsExactly("A cold");
        assertThat(items(get("/api/absences?person=linus", "ada")))
                .extracting(one -> one.get("reason").isNull())
                .containsExactly(true);
        assertThat(code(post("/api/schedules/away/overrides", span(from(mine), until(mine)), "linus", 409)))
                .isEqualTo("away");
        assertThat(code(delete("/api/absences/" + id, "ada", 403))).isEqualTo("not_yours");
        delete("/api/absences/" + id, "linus", 200);
        assertThat(onCall("away", from(mine))).isEqualTo("linus");
        var other = post("/api/absences", span(from(mine), until(mine), "person", "linus"), "admin", 201);
        delete("/api/absences/" + other.at("/absence/id").asString(), "admin", 200);
        // The day after: the shift's own may have passed that hour already where ada lives.
        var day = from(mine).plus(Duration.ofDays(1)).toString().substring(0, 10);
        var local = post("/api/absences", Map.of("from", day, "until", day + "T01:00"), "ada", 201);
        assertThat(local.at("/absence/from").asString()).matches(".*T0[45]:00:00Z");
        delete("/api/absences/" + local.at("/absence/id").asString(), "ada", 200);
    }

    private static JsonNode imported(String file, String person, int status) {
        var request = HttpRequest.newBuilder(URI.create(SERVER.base() + "/api/absences/import"))
                .headers(as(person, "Content-Type", "text/calendar"))
                .POST(HttpRequest.BodyPublishers.ofString(file))
                .build();
        try {
            return read(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()), status);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String calendar(String day) {
        return "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:vacation\nSUMMARY:Vacation\nDTSTART;VALUE=DATE:" + day
                + "\nEND:VEVENT\nBEGIN:VEVENT\nUID:long-ago\nDTSTART;VALUE=DATE:20200101\nEND:VEVENT\nEND:VCALENDAR\n";
    }

    @Test
    void aCalendarIsReadAsOftenAsOneLikes() {
        var day = LocalDate.now(ZoneId.of("UTC")).plusDays(40);
        var file = calendar(day.toString().replace("-", ""));
        var first = imported(file, "margaret", 200);
        assertThat(first.toString()).isEqualTo("{\"declared\":1,\"withdrawn\":0,\"unchanged\":0,\"past\":1}");
        var again = imported(file, "margaret", 200);
        assertThat(again.toString()).isEqualTo("{\"declared\":0,\"withdrawn\":0,\"unchanged\":1,\"past\":1}");
        var moved = imported(calendar(day.plusDays(1).toString().replace("-", "")), "margaret", 200);
        assertThat(moved.toString()).isEqualTo("{\"declared\":1,\"withdrawn\":1,\"unchanged\":0,\"past\":1}");
        imported(file, "margaret", 200);
        assertThat(items(get("/api/absences?person=me", "margaret")))
                .extracting(
                        one -> one.get("from").asString(),
                        one -> one.get("reason").asString())
                .containsExactly(Tuple.tuple(
                        day.atStartOfDay(ZoneId.of("UTC")).toInstant().toString(), "Vacation"));
        assertThat(code(imported("<html>", "margaret", 400))).isEqualTo("bad_calendar");
        assertThat(code(imported("BEGIN:VCALENDAR\n" + "X:1\n".repeat(200_000), "margaret", 400)))
                .isEqualTo("bad_calendar");
    }

    @Test
    void aPreviewShowsWhatWouldBeAndWritesNothing() {
        var shift = shifts("guessing", "ada").getFirst();
        var plan = post("/api/schedules/guessing/preview", span(from(shift), until(shift)), "grace", 200);
        assertThat(items(plan))
                .filteredOn(one -> one.get("from").equals(shift.get("from")))
                .extracting(one -> one.at("/person/word").asString())
                .containsExactly("grace");
        assertThat(items(get("/api/schedules/guessing/overrides?all=true", "ada")))
                .isEmpty();
        assertThat(onCall("guessing", from(shift))).isEqualTo("ada");
        assertThat(code(post("/api/schedules/guessing/preview", span(until(shift), from(shift)), "grace", 400)))
                .isEqualTo("bad_time");
    }
}
