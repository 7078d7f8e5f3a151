package org.larum.app.intake.nativ;

import java.util.Map;
import java.util.Optional;
import org.larum.app.intake.Answer;
import org.larum.app.intake.Away;
import org.larum.app.intake.BodyRefused;
import org.larum.app.intake.ChangeIntake;
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

/** {@code POST /api/changes}: what was deployed or changed, in Larum's own format or as a CloudEvent, with the key of an integration. */
@Permit(Permission.OPEN)
@RestController
class ChangeDoor implements MachineDoor {

    private static final String ADDRESS = "/api/changes";

    private final Senders senders;
    private final ChangeIntake changes;
    private final Time time;

    ChangeDoor(Senders senders, ChangeIntake changes, Time time) {
        this.senders = senders;
        this.changes = changes;
        this.time = time;
    }

    @PostMapping({ADDRESS, ADDRESS + "/"})
    Mono<ResponseEntity<byte[]>> change(ServerHttpRequest request) {
        return NativeIntake.sender(request, senders)
                .map(sender -> JsonBody.of(request).flatMap(body -> take(sender, request.getHeaders(), body)))
                .orElseGet(() -> Mono.just(NativeAnswer.unknownKey()))
                .onErrorResume(BodyRefused.class, e -> Mono.just(Answer.problem(Answer.Problem.of(e))))
                .onErrorResume(Overloaded.class, e -> Mono.just(overloaded(e)))
                .onErrorResume(Away::isOurs, e -> Mono.just(Away.problem()));
    }

    private Mono<ResponseEntity<byte[]>> take(Sender sender, HttpHeaders headers, JsonBody body) {
        var read = ChangeReader.read(body.json(), headers::getFirst, time.now());
        return changes.record(sender, body.raw(dialect()), read.change(), read.told())
                .then(Mono.fromSupplier(() -> Answer.json(202, Map.of("recorded", true))));
    }

    @Override
    public boolean isAt(String path) {
        return path.startsWith(ADDRESS);
    }

    @Override
    public Optional<Answered> answer(String path, ServerHttpRequest request) {
        return path.equals(ADDRESS) ? Optional.of(new Answered(ADDRESS, change(request))) : Optional.empty();
    }

    @Override
    public String dialect() {
        return "change";
    }

    @Override
    public ResponseEntity<byte[]> overloaded(Overloaded refusal) {
        return Answer.overloaded(refusal, refusal.status());
    }
}
