package org.larum.app.api.slo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.bus.Door;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.processing.Freshness;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.shared.Refusal;
import org.larum.domain.slo.Bucket;
import org.larum.projections.shared.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What services owe their users, and what is left of their budgets of errors. For people and their tokens. */
@RestController
@RequestMapping("/api/slos")
@Permit(Permission.RESPOND)
public class SloController {

    private static final String ROOM = "slo";
    private static final int MOST_BUCKETS = 1000;
    private static final int LONGEST_SOURCE = 100;
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("3000-01-01T00:00:00Z");

    private final Door door;
    private final SloDesk desk;
    private final Freshness freshness;

    SloController(Door door, SloDesk desk, Freshness freshness) {
        this.door = door;
        this.desk = desk;
        this.freshness = freshness;
    }

    @GetMapping
    public Mono<Page<SloView>> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long atLeast) {
        return door.go(() -> {
            freshness.await(ROOM, atLeast);
            return desk.page(Asking.page(limit, after));
        });
    }

    /** One of them, with the course of its budget and the incidents that cost the most. */
    @GetMapping("/{word}")
    public Mono<SloView.SloWhole> whole(
            @PathVariable String word, @RequestParam(required = false) @Nullable Long atLeast) {
        return door.go(() -> {
            freshness.await(ROOM, atLeast);
            return desk.whole(word);
        });
    }

    /**
     * What happened from an instant until another, or in one {@code minute}; full minutes, all of one hour. {@code total}: the good
     * ones and the bad.
     */
    public record CountBody(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Instant minute,
            @Nullable Long good,
            @Nullable Long total) {}

    /** What was kept; so many of {@code buckets}. */
    public record CountsTaken(String slo, String source, int buckets) {}

    /**
     * Takes what a sender counted. A bucket that begins when an earlier one of the same {@code source} did replaces it; those of other
     * sources are added.
     */
    @PostMapping("/{word}/counts")
    public Mono<CountsTaken> tell(
            @PathVariable String word,
            @RequestParam(required = false) @Nullable String source,
            @RequestBody List<CountBody> body) {
        return Callers.current()
                .flatMap(who -> Mono.deferContextual(context -> {
                    var request = ("counts/" + word + "/" + source + "/" + body).getBytes(StandardCharsets.UTF_8);
                    var write = Write.of(who.actor(), context, request);
                    return door.go(() -> desk.tell(word, source(source), buckets(body), write));
                }));
    }

    private static String source(@Nullable String source) {
        var word = source == null || source.isBlank() ? "api" : source.strip();
        if (word.length() > LONGEST_SOURCE || word.chars().anyMatch(Character::isISOControl)) {
            throw invalid("\"source\" is a word of at most " + LONGEST_SOURCE + " characters that says who counts.");
        }
        return word;
    }

    private static List<Bucket> buckets(List<CountBody> body) {
        if (body.isEmpty() || body.size() > MOST_BUCKETS) {
            throw invalid("There must be 1 to " + MOST_BUCKETS + " buckets in a request, and here are " + body.size()
                    + ". Send them in several.");
        }
        return body.stream().map(SloController::bucket).toList();
    }

    @SuppressWarnings("NullAway") // an element may be null in what is sent
    private static Bucket bucket(CountBody body) {
        if (body == null || body.good() == null || body.total() == null) {
            throw invalid("A bucket says how many were \"good\" and how many there were in \"total\".");
        }
        var minute = body.minute();
        var from = minute == null ? body.from() : minute.truncatedTo(ChronoUnit.MINUTES);
        var until = minute == null || from == null ? body.until() : from.plus(Duration.ofMinutes(1));
        if (from == null || until == null || (minute != null && (body.from() != null || body.until() != null))) {
            throw invalid("A bucket is of one \"minute\", or goes \"from\" an instant \"until\" another, such as"
                    + " 2026-11-28T09:00:00Z.");
        }
        if (from.isBefore(FIRST) || from.isAfter(LAST) || until.isAfter(LAST)) {
            throw invalid("A bucket lies in the last 90 days. Look at its times.");
        }
        return new Bucket(from, until, body.good(), body.total());
    }

    private static Refusal invalid(String sentence) {
        return new Refusal(Refusal.Kind.INVALID, "bad_bucket", sentence + " Nothing was kept.");
    }
}
