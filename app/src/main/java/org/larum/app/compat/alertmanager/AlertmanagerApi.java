package org.larum.app.compat.alertmanager;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.larum.app.compat.alertmanager.GettableAlert.Group;
import org.larum.app.compat.alertmanager.GettableAlert.Receiver;
import org.larum.app.intake.Answer;
import org.larum.app.intake.Away;
import org.larum.app.intake.BodyRefused;
import org.larum.app.intake.Intake;
import org.larum.app.intake.Item;
import org.larum.app.intake.JsonBody;
import org.larum.app.intake.KeyInPath;
import org.larum.app.intake.MachineDoor;
import org.larum.app.intake.Overloaded;
import org.larum.app.intake.Sender;
import org.larum.app.intake.Senders;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.shared.Time;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Alertmanager's API v2 with {@code /alertmanager/{key}} as its base address. Errors are JSON strings, as there. */
@Permit(Permission.OPEN)
@RestController
@RequestMapping(AlertmanagerApi.ROUTE)
class AlertmanagerApi implements MachineDoor {

    private static final String BASE = "/alertmanager/";
    private static final String VERSION = "/api/v2";
    static final String ROUTE = BASE + "{key}" + VERSION;
    private static final String ALERTS = "/alerts";
    private static final int MOST_NAMED = 20;

    private final Senders senders;
    private final Intake intake;
    private final OpenAlerts alerts;
    private final Time time;
    private final Instant start;

    AlertmanagerApi(Senders senders, Intake intake, OpenAlerts alerts, Time time) {
        this.senders = senders;
        this.intake = intake;
        this.alerts = alerts;
        this.time = time;
        this.start = time.now();
    }

    @PostMapping({ALERTS, ALERTS + "/"})
    Mono<ResponseEntity<byte[]>> post(@PathVariable("key") String key, ServerHttpRequest request) {
        return known(key, sender -> JsonBody.of(request).flatMap(body -> take(sender, body)));
    }

    @GetMapping({ALERTS, ALERTS + "/"})
    Mono<ResponseEntity<byte[]>> alerts(@PathVariable("key") String key, ServerHttpRequest request) {
        return known(key, sender -> open(sender, request).map(open -> Answer.json(200, open)));
    }

    @GetMapping({"/alerts/groups", "/alerts/groups/"})
    Mono<ResponseEntity<byte[]>> groups(@PathVariable("key") String key, ServerHttpRequest request) {
        return known(key, sender -> open(sender, request).map(open -> Answer.json(200, grouped(sender, open))));
    }

    @GetMapping({"/status", "/status/"})
    Mono<ResponseEntity<byte[]>> status(@PathVariable("key") String key) {
        return known(key, sender -> ok(AlertmanagerStatus.since(start, sender.word())));
    }

    @GetMapping({"/receivers", "/receivers/"})
    Mono<ResponseEntity<byte[]>> receivers(@PathVariable("key") String key) {
        return known(key, sender -> ok(List.of(new Receiver(sender.word()))));
    }

    @GetMapping({"/silences", "/silences/"})
    Mono<ResponseEntity<byte[]>> silences(@PathVariable("key") String key) {
        return known(key, sender -> ok(List.of()));
    }

    @Override
    public boolean isAt(String path) {
        return path.startsWith(BASE);
    }

    @Override
    public Optional<Answered> answer(String path, ServerHttpRequest request) {
        return KeyInPath.between(BASE, path, VERSION + ALERTS)
                .map(key -> new Answered(ROUTE + ALERTS, post(key, request)));
    }

    @Override
    public String dialect() {
        return "alertmanager-api";
    }

    /** Alertmanager drops a notification for good on any 4xx, so also a greedy key hears 503. */
    @Override
    public ResponseEntity<byte[]> overloaded(Overloaded refusal) {
        return Answer.overloaded(refusal, 503, refusal.sentence());
    }

    private Mono<ResponseEntity<byte[]>> known(String key, Function<Sender, Mono<ResponseEntity<byte[]>>> answer) {
        return Mono.defer(() -> senders.byKey(key)
                        .map(answer)
                        .orElseGet(() -> Mono.just(Answer.json(403, "the key in this address is unknown or revoked"))))
                .onErrorResume(BodyRefused.class, e -> Mono.just(Answer.json(e.status(), e.sentence())))
                .onErrorResume(Overloaded.class, e -> Mono.just(overloaded(e)))
                .onErrorResume(Away::isOurs, e -> Mono.just(Away.json(Away.SENTENCE)));
    }

    /** Valid alerts are stored even when others are not, and the answer is 400 all the same, as Alertmanager does. */
    private Mono<ResponseEntity<byte[]>> take(Sender sender, JsonBody body) {
        var items = PostedAlertsTranslator.translate(body.json(), time.now());
        var valid = Item.valid(items);
        var wrong = Item.invalid(items).stream()
                .limit(MOST_NAMED)
                .map(bad -> bad.field() + ": " + bad.reason())
                .collect(Collectors.joining("; "));
        var answer = wrong.isEmpty() ? ResponseEntity.ok().body(new byte[0]) : Answer.json(400, wrong);
        return valid.isEmpty()
                ? Mono.just(answer)
                : intake.accept(sender, body.raw(dialect()), valid).map(became -> Answer.of(became, answer));
    }

    private Mono<List<GettableAlert>> open(Sender sender, ServerHttpRequest request) {
        var filter = AlertFilter.of(request.getQueryParams(), sender.word());
        var receiver = new Receiver(sender.word());
        return alerts.of(sender)
                .map(open -> filter.of(open).stream()
                        .map(alert -> GettableAlert.of(alert, receiver, time.now()))
                        .toList());
    }

    private static List<Group> grouped(Sender sender, List<GettableAlert> open) {
        return open.isEmpty() ? List.of() : List.of(new Group(Map.of(), new Receiver(sender.word()), open));
    }

    private static Mono<ResponseEntity<byte[]>> ok(Object body) {
        return Mono.just(Answer.json(200, body));
    }
}
