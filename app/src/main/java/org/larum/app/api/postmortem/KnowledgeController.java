package org.larum.app.api.postmortem;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.bus.Door;
import org.larum.app.processing.Freshness;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.directory.Definition.Service;
import org.larum.projections.postmortem.KnowledgeView;
import org.larum.projections.postmortem.PostmortemAnswers;
import org.larum.projections.postmortem.PostmortemQuery.Knowledge;
import org.larum.projections.shared.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What was learned from incidents, to be found again. */
@RestController
public class KnowledgeController {

    private static final int LONGEST = 200;

    private final Door door;
    private final PostmortemAnswers answers;
    private final Freshness freshness;
    private final RuleBook rules;

    public KnowledgeController(Door door, PostmortemAnswers answers, Freshness freshness, RuleBook rules) {
        this.door = door;
        this.answers = answers;
        this.freshness = freshness;
        this.rules = rules;
    }

    /** {@code q}: words as for a search engine, or the name of a service; {@code service}: only of these. The newest first. */
    @GetMapping("/api/knowledge")
    @Permit(Permission.RESPOND)
    public Mono<Page<KnowledgeView>> knowledge(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long atLeast) {
        return door.go(() -> {
            freshness.await("postmortem", atLeast);
            var words = words(q);
            return answers.answer(
                    new Knowledge(words, named(words), Asking.services(service), Asking.page(limit, after)));
        });
    }

    private static String words(@Nullable String q) {
        var words = q == null ? "" : q.replace('\0', ' ').strip();
        if (words.length() > LONGEST) {
            throw PostmortemReader.bad("\"q\" may have " + LONGEST + " characters at most.");
        }
        return words;
    }

    /** A service is called what it is called now, and no text of then says that. */
    private Set<UUID> named(String words) {
        var wanted = words.toLowerCase(Locale.ROOT);
        return rules.inUse()
                .map(RuleBook.Version::definition)
                .filter(Service.class::isInstance)
                .map(Service.class::cast)
                .filter(one -> one.word().equals(wanted)
                        || one.name().toLowerCase(Locale.ROOT).equals(wanted))
                .map(one -> one.id().value())
                .collect(Collectors.toSet());
    }
}
