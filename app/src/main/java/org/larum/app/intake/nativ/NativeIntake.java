package org.larum.app.intake.nativ;

import java.util.Optional;
import org.larum.app.intake.Answer;
import org.larum.app.intake.Away;
import org.larum.app.intake.BodyRefused;
import org.larum.app.intake.Intake;
import org.larum.app.intake.Item;
import org.larum.app.intake.JsonBody;
import org.larum.app.intake.MachineDoor;
import org.larum.app.intake.Overloaded;
import org.larum.app.intake.Sender;
import org.larum.app.intake.Senders;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.shared.Time;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code POST /api/detections}: one detection or a batch, with the key of an integration as a bearer token. */
@Permit(Permission.OPEN)
@RestController
class NativeIntake implements MachineDoor {

    private static final String ADDRESS = "/api/detections";
    private static final String SCHEME = "Bearer ";

    private final Senders senders;
    private final Intake intake;
    private final Time time;

    NativeIntake(Senders senders, Intake intake, Time time) {
        this.senders = senders;
        this.intake = intake;
        this.time = time;
    }

    @PostMapping({ADDRESS, ADDRESS + "/"})
    Mono<ResponseEntity<byte[]>> detections(ServerHttpRequest request) {
        return sender(request, senders)
                .map(sender -> JsonBody.of(request).flatMap(body -> take(sender, body)))
                .orElseGet(() -> Mono.just(NativeAnswer.unknownKey()))
                .onErrorResume(BodyRefused.class, e -> Mono.just(Answer.problem(Answer.Problem.of(e))))
                .onErrorResume(Overloaded.class, e -> Mono.just(overloaded(e)))
                .onErrorResume(Away::isOurs, e -> Mono.just(Away.problem()));
    }

    @Override
    public boolean isAt(String path) {
        return path.startsWith(ADDRESS);
    }

    @Override
    public Optional<Answered> answer(String path, ServerHttpRequest request) {
        return path.equals(ADDRESS) ? Optional.of(new Answered(ADDRESS, detections(request))) : Optional.empty();
    }

    @Override
    public String dialect() {
        return "native";
    }

    @Override
    public ResponseEntity<byte[]> overloaded(Overloaded refusal) {
        return Answer.overloaded(refusal, refusal.status());
    }

    private Mono<ResponseEntity<byte[]>> take(Sender sender, JsonBody body) {
        var items = NativeTranslator.translate(body.json(), time.now());
        var valid = Item.valid(items);
        return valid.isEmpty()
                ? Mono.just(NativeAnswer.refused(Item.invalid(items)))
                : intake.accept(sender, body.raw(dialect()), valid)
                        .map(became -> Answer.of(became, NativeAnswer.accepted(body.json(), items, became)));
    }

    static Optional<Sender> sender(ServerHttpRequest request, Senders senders) {
        var header = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? senders.byKey(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
