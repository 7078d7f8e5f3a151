package org.larum.app.api.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.catalogue.Catalogue.Wanted;
import org.larum.app.bus.Door;
import org.larum.app.processing.Freshness;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.shared.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The catalogue of services. For people and their tokens: it tells what a service is worth, which no sender needs to know. */
@RestController
@RequestMapping("/api/services")
public class CatalogueController {

    private static final Set<String> CRITICALITIES = Set.of("critical", "high", "medium", "low");
    private static final int LONGEST_SEARCH = 200;
    private static final int DEEPEST = 10;
    private static final int USUAL_DEPTH = 2;

    private final Door door;
    private final Catalogue catalogue;
    private final Drawing drawing;
    private final Freshness freshness;

    public CatalogueController(Door door, Catalogue catalogue, Drawing drawing, Freshness freshness) {
        this.door = door;
        this.catalogue = catalogue;
        this.drawing = drawing;
        this.freshness = freshness;
    }

    /** The {@code team} {@code -} means the services that nobody owns. */
    @GetMapping
    @Permit(Permission.RESPOND)
    public Mono<CatalogueView> list(
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String criticality,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long atLeast) {
        return Callers.current()
                .flatMap(who -> door.go(() -> {
                    freshness.await("incident", atLeast);
                    var wanted =
                            new Wanted(words(search), team, Asking.words(criticality, CRITICALITIES, "criticality"));
                    return catalogue.list(wanted, who.scope(), Asking.page(limit, after));
                }));
    }

    @GetMapping("/graph")
    @Permit(Permission.RESPOND)
    public Mono<GraphView> graph(
            @RequestParam(required = false) @Nullable String around,
            @RequestParam(required = false) @Nullable Integer depth) {
        int steps = depth == null ? USUAL_DEPTH : depth;
        if (steps < 1 || steps > DEEPEST) {
            return Mono.error(new Refusal(
                    Refusal.Kind.INVALID,
                    "bad_depth",
                    "\"depth\" is " + steps + "; write how many steps to go, from 1 to " + DEEPEST + "."));
        }
        return Callers.current().flatMap(who -> door.go(() -> drawing.graph(around, steps, who.scope())));
    }

    @GetMapping("/{word}")
    @Permit(Permission.RESPOND)
    public Mono<ServiceView> one(@PathVariable String word, @RequestParam(required = false) @Nullable Long atLeast) {
        return Callers.current()
                .flatMap(who -> door.go(() -> {
                    freshness.await("incident", atLeast);
                    return catalogue.one(word, who.scope());
                }));
    }

    private static List<String> words(@Nullable String search) {
        if (search == null) {
            return List.of();
        }
        if (search.length() > LONGEST_SEARCH) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "bad_search",
                    "\"search\" has more than " + LONGEST_SEARCH + " characters; write less.");
        }
        return Arrays.stream(search.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
