package org.larum.app.page;

import org.larum.app.api.feedback.FeedbackDesk;
import org.larum.app.api.incident.IncidentDesk;
import org.larum.app.bus.Door;
import org.larum.app.eventstore.EventLog;
import org.larum.app.processing.Freshness;
import org.larum.app.security.Accounts;
import org.larum.app.security.AnswerLinks;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.shared.Time;
import org.larum.projections.timeline.TimelineAnswers;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** The page behind the link in a message. GET never changes anything, since scanners of mail follow links; POST does. */
@RestController
@Permit(Permission.OPEN)
class AnswerPage {

    private final Door door;
    private final AnswerDesk desk;

    AnswerPage(
            Door door,
            AnswerLinks links,
            IncidentDesk incidents,
            TimelineAnswers timelines,
            EventLog log,
            Freshness freshness,
            Accounts accounts,
            FeedbackDesk feedback,
            Time time) {
        this.door = door;
        this.desk = new AnswerDesk(links, incidents, timelines, log, freshness, accounts, feedback, time);
    }

    @GetMapping(
            path = {"/a/{token}", "/a/{token}/"},
            produces = MediaType.TEXT_HTML_VALUE)
    Mono<ResponseEntity<String>> show(@PathVariable String token) {
        return door.go(() -> {
            var shown = desk.show(token);
            return ResponseEntity.status(shown.status())
                    .contentType(MediaType.valueOf("text/html;charset=utf-8"))
                    .header("Content-Security-Policy", AnswerHtml.CONTENT)
                    .header("Cache-Control", "no-store")
                    .body(AnswerHtml.of(shown.page()));
        });
    }

    /** Answers with a redirect, so that reloading the page afterwards asks for nothing again. */
    @PostMapping({"/a/{token}", "/a/{token}/"})
    Mono<ResponseEntity<Void>> answer(@PathVariable String token, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> door.go(() -> {
                    desk.answer(token, form.getFirst("do"), form.getFirst("via"));
                    var page = UriComponentsBuilder.fromPath("/a/{token}")
                            .encode()
                            .buildAndExpand(token)
                            .toUri();
                    return ResponseEntity.status(HttpStatus.SEE_OTHER)
                            .location(page)
                            .build();
                }));
    }
}
