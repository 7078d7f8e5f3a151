package org.larum.notifiers.delivery;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.TryLater;

/**
 * How those who are called to deliver are doing, as this node sees it. One that fails again and again is left alone for a while: what
 * waits for it costs no attempts, and nobody's next way waits for it.
 */
final class Providers {

    static final Duration REST = Duration.ofSeconds(15);
    private static final int LOOKED_AT = 10;
    private static final int ENOUGH = 5;
    private static final int TRIALS = 2;
    private static final float FAILING_PERCENT = 50;

    private static final String RESTS =
            "The last messages by this way all failed, so it is left alone for a moment. This one is sent as soon as it works again.";
    private static final String REPEATS =
            "Too many messages by this way had to be sent again lately. This one waits its turn.";

    private final Time time;
    private final Map<Provider, One> all = new ConcurrentHashMap<>();
    private final CircuitBreakerConfig config;
    private volatile BiConsumer<Provider, Boolean> listener = (provider, works) -> {};

    private record One(CircuitBreaker breaker, RetryBudget budget) {}

    Providers(Time time) {
        this.time = time;
        this.config = CircuitBreakerConfig.custom()
                .slidingWindowSize(LOOKED_AT)
                .minimumNumberOfCalls(ENOUGH)
                .failureRateThreshold(FAILING_PERCENT)
                .waitDurationInOpenState(REST)
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .clock(clock(time))
                .build();
    }

    private static Clock clock(Time time) {
        InstantSource source = time::now;
        return source.withZone(ZoneOffset.UTC);
    }

    /** Told when one is left alone (false), and when it works again (true). */
    void listen(BiConsumer<Provider, Boolean> heard) {
        listener = heard;
    }

    private One one(Provider provider) {
        return all.computeIfAbsent(provider, key -> {
            var breaker = CircuitBreaker.of(key.toString(), config);
            breaker.getEventPublisher().onStateTransition(event -> {
                switch (event.getStateTransition().getToState()) {
                    case OPEN -> listener.accept(key, false);
                    case CLOSED -> listener.accept(key, true);
                    default -> {}
                }
            });
            return new One(breaker, new RetryBudget(time.now()));
        });
    }

    /** Why it is not called now, as a sentence; null when it is: then its outcome is to be told. */
    @Nullable
    String whyNot(Provider provider, int attempt) {
        var one = one(provider);
        if (!one.breaker().tryAcquirePermission()) {
            return RESTS;
        }
        if (attempt > 1 && !one.budget().mayRepeat(time.now())) {
            one.breaker().releasePermission();
            return REPEATS;
        }
        if (attempt == 1) {
            one.budget().called();
        }
        return null;
    }

    /** An address that is refused, or a word to be slower, is no failure of the provider. */
    void heard(Provider provider, SendOutcome outcome, Instant since) {
        var breaker = one(provider).breaker();
        long took = Math.max(0, Duration.between(since, time.now()).toNanos());
        if (outcome instanceof TryLater later && later.retryAfter() == null) {
            breaker.onError(took, TimeUnit.NANOSECONDS, new IllegalStateException(later.reason()));
        } else {
            breaker.onSuccess(took, TimeUnit.NANOSECONDS);
        }
    }

    /** It was not called after all. */
    void released(Provider provider) {
        one(provider).breaker().releasePermission();
    }
}
