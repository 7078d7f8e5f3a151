package org.larum.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.larum.app.Servers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A week is over: its report is made once, each who gets it gets it once, and it stays in the archive. */
class ReportStory {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String REPORTS = """
            reports:
              weekly:
                title: Our week
                schedule: weekly
                timeZone: Europe/London
                formats: [html, pdf, xlsx, pptx]
                recipients: {people: [ada], teams: [payments], addresses: ["board@example.test"]}
            """;

    private final World world = new World();

    @AfterEach
    void end() {
        world.close();
    }

    private JsonNode read(String path) {
        var answer = world.get(0, path, Servers.ADMIN);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private List<JsonNode> runs() {
        return world.items(world.get(0, "/api/reports/runs?report=weekly", Servers.ADMIN));
    }

    private boolean areOver() {
        return runs().stream().noneMatch(run -> run.get("state").asString().equals("running"));
    }

    /** Each file takes its time, the first ones of a JVM above all. */
    private void untilMade(int files) {
        for (int file = 1; file <= files; file++) {
            int many = file;
            world.eventually(
                    file + " files are made",
                    () -> runs().getFirst().get("files").size() >= many);
        }
    }

    private long letters(String address) {
        return world.mailsTo(address).stream()
                .filter(subject -> subject.startsWith("Our week"))
                .count();
    }

    @Test
    void weekIsToldOnceByWhicheverNodeAndKept() {
        world.startServer();
        world.configure(world.organisation() + REPORTS);
        world.detectAs("low", "disk");
        assertThat(world.get(0, "/api/config", Servers.ADMIN).body())
                .contains("weekly")
                .doesNotContain("board@example.test");
        world.eventually("a week is over", () -> {
            world.wind(Duration.ofDays(1));
            return !runs().isEmpty();
        });
        untilMade(4);
        world.eventually("all of them are told", this::areOver);
        var run = runs().getFirst();
        assertThat(run.get("state").asString()).describedAs(run.toString()).isEqualTo("done");
        assertThat(run.get("files").size()).isEqualTo(4);
        assertThat(run.get("readers").get("told").asLong())
                .describedAs(run.toString())
                .isEqualTo(3);
        for (var address : List.of("ada@example.test", "grace@example.test", "board@example.test")) {
            assertThat(letters(address)).describedAs(address).isEqualTo(runs().size());
        }
        assertThat(world.get(0, file(run, "pdf"), Servers.ADMIN).body()).startsWith("%PDF");
        assertThat(world.get(0, file(run, "html"), Servers.ADMIN).body())
                .contains("Our week", "Low severity", "By service");
        assertThat(world.get(0, file(run, "odt"), Servers.ADMIN).statusCode()).isEqualTo(404);

        long before = letters("ada@example.test");
        int many = runs().size();
        var answer = world.post(1, "/api/reports/weekly/run", "", Servers.ADMIN);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        world.eventually("it is asked for again", () -> runs().size() == many + 1);
        untilMade(4);
        world.eventually("it is made again, for the archive", this::areOver);
        assertThat(letters("ada@example.test")).isEqualTo(before);
        assertThat(read("/api/reports")
                        .get("items")
                        .get(0)
                        .get("last")
                        .get("mailed")
                        .asBoolean())
                .isFalse();
        var rebuilt = runs().toString();
        world.rebuilt("report");
        assertThat(runs()).hasToString(rebuilt);
    }

    @Test
    void reportThatReachesNobodyOrSaysNothingIsRefused() {
        var answer = world.post(0, "/api/reports/monthly/run", "", Servers.ADMIN);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("no_such_report");
        assertThat(world.get(0, "/api/reports/runs/1/pdf", Servers.ADMIN).statusCode())
                .isEqualTo(404);
        assertThat(world.get(0, "/api/reports/runs?report=nothing", Servers.ADMIN)
                        .statusCode())
                .isEqualTo(404);
        assertThat(read("/api/reports").get("items").size()).isZero();
    }

    @Test
    void withoutMailServerFilesAreKeptAndItSaysWhy() {
        world.configure(world.withoutMail() + REPORTS);
        var answer = world.post(0, "/api/reports/weekly/run?mail=true", "", Servers.ADMIN);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        untilMade(4);
        world.eventually("it is over", this::areOver);
        var readers = runs().getFirst().get("readers");
        assertThat(readers.get("missed").asLong()).isEqualTo(3);
        assertThat(readers.get("reasons").get(0).asString()).contains("No mail server");
    }

    private static String file(JsonNode run, String format) {
        return "/api/reports/runs/" + run.get("id").asString() + "/" + format;
    }
}
