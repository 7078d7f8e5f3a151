package org.larum.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.larum.app.intake.Fakes.SENDER;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.larum.app.intake.Detection.About;
import org.larum.app.intake.Detection.Action;
import org.larum.app.metrics.Meters;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.shared.Severity;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class FairIntakeTest {

    private static final Sender NOISY =
            new Sender(IntegrationId.of("noisy"), "noisy", "native", ServiceId.of("checkout"));

    private final FairShare share = new FairShare(4000, 1 << 20);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<Sinks.One<List<Became>>> underWay = new ArrayList<>();
    private final Intake desk = (sender, raw, detections) -> Mono.defer(() -> {
        var answer = Sinks.<List<Became>>one();
        underWay.add(answer);
        return answer.asMono();
    });
    private final FairIntake intake = with(KeyLimit.NONE);

    private FairIntake with(KeyLimit limit) {
        return new FairIntake(desk, share, limit, new Meters(registry), () -> 0.5, () -> 0);
    }

    private static List<Detection> detections(int count) {
        var one = new Detection(
                "disk", Action.TRIGGER, Severity.HIGH, "Disk full", About.NOTHING, null, Golden.NOW, null);
        return Collections.nCopies(count, one);
    }

    private static RawRequest raw() {
        return new RawRequest("native", new byte[100]);
    }

    @Test
    void whatIsLetInCountsUntilItIsAnswered() {
        var answers = new ArrayList<Became>();
        intake.accept(SENDER, raw(), detections(2)).subscribe(answers::addAll);
        assertThat(share.detections()).isEqualTo(2);
        assertThat(share.bytes()).isEqualTo(100);
        var folded = new Became(Became.What.FOLDED, null, 2, null);
        underWay.getFirst().tryEmitValue(List.of(folded, folded));
        assertThat(answers).hasSize(2);
        assertThat(share.holders()).isZero();
        assertThat(registry.counter("larum.detections.accepted", "integration", "shop")
                        .count())
                .isEqualTo(2);
        assertThat(registry.counter("larum.detections.folded").count()).isEqualTo(2);
    }

    @Test
    void whatFailsIsReleasedToo() {
        var failure = new AtomicReference<Throwable>();
        intake.accept(SENDER, raw(), detections(2)).subscribe(became -> {}, failure::set);
        underWay.getFirst().tryEmitError(Fakes.databaseAway());
        assertThat(Away.isOurs(failure.get())).isTrue();
        assertThat(share.holders()).isZero();
        assertThat(refused("away")).isEqualTo(2);
    }

    @Test
    void whoHangsUpHasNotTakenItBack() {
        intake.accept(SENDER, raw(), detections(2)).subscribe().dispose();
        assertThat(share.detections()).isEqualTo(2);
        underWay.getFirst().tryEmitValue(List.of());
        assertThat(share.holders()).isZero();
    }

    @Test
    void whatIsNotLetInIsNeverSeenByTheDesk() {
        intake.accept(NOISY, raw(), detections(2000)).subscribe();
        intake.accept(SENDER, raw(), detections(1)).subscribe();
        assertThatThrownBy(() -> intake.accept(NOISY, raw(), detections(1)).block())
                .isInstanceOfSatisfying(Overloaded.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Overloaded.Kind.GREEDY);
                    assertThat(refusal.retryAfter()).isEqualTo(2);
                });
        assertThat(underWay).hasSize(2);
        assertThat(share.detections()).isEqualTo(2001);
        assertThat(refused("greedy")).isEqualTo(1);
    }

    @Test
    void aKeyBeyondItsLimitIsGreedyHoweverIdleTheServerIs() {
        var limited = with(new KeyLimit(10));
        limited.accept(SENDER, raw(), detections(10)).subscribe();
        assertThatThrownBy(() -> limited.accept(SENDER, raw(), detections(1)).block())
                .isInstanceOfSatisfying(
                        Overloaded.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(429));
        assertThat(refused("limit")).isEqualTo(1);
    }

    private double refused(String reason) {
        return registry.counter("larum.detections.refused", "dialect", "native", "reason", reason)
                .count();
    }
}
