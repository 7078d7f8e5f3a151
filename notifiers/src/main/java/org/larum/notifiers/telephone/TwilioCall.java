package org.larum.notifiers.telephone;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Destination.TwilioAccount;
import org.larum.notifiers.channel.OutboundHttp;
import org.larum.notifiers.channel.RetryAfter;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;

/** One request to Twilio, and what its answer means. */
final class TwilioCall {

    /** Too many requests, or too many in the queue: nothing was sent. */
    private static final Set<Integer> BUSY = Set.of(20429, 21611);

    private static final int STOPPED = 21610;

    /** It is no number, or one that reads no messages. */
    private static final Set<Integer> NO_NUMBER = Set.of(21211, 21614);

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final OutboundHttp http;
    private final Time time;
    private final Duration timeout;

    TwilioCall(OutboundHttp http, Time time) {
        this(http, time, TIMEOUT);
    }

    TwilioCall(OutboundHttp http, Time time, Duration timeout) {
        this.http = http;
        this.time = time;
        this.timeout = timeout;
    }

    /** @param request makes the request, and answers how Twilio calls what came of it */
    SendOutcome make(TwilioAccount account, Function<TwilioRestClient, @Nullable String> request) {
        return attempt(account, request).outcome();
    }

    /** The same, and whether another gateway may be asked. */
    Tried attempt(TwilioAccount account, Function<TwilioRestClient, @Nullable String> request) {
        var way = new TwilioHttp(http, account.url(), timeout);
        try {
            return Tried.gateway(new Accepted(request.apply(client(account, way))));
        } catch (ApiException e) {
            return refused(e, way.retryAfter());
        } catch (UncheckedIOException e) {
            return Tried.gateway(
                    switch (Objects.requireNonNull(e.getCause())) {
                        case OutboundHttp.Refused refused ->
                            new GiveUp("Larum does not call Twilio there: " + refused.getMessage());
                        case OutboundHttp.NotSent notSent ->
                            new TryLater("Twilio could not be reached: " + notSent.getMessage(), false, null);
                        default -> unknown();
                    });
        } catch (RuntimeException e) {
            // the edge of the channel: whatever the library made of the answer, the message may be out
            return Tried.gateway(unknown());
        }
    }

    /** Empty when there is nothing, and when Twilio does not say: then it is as if nobody had asked. */
    <T> Optional<T> ask(TwilioAccount account, Function<TwilioRestClient, Optional<T>> question) {
        try {
            return question.apply(client(account, new TwilioHttp(http, account.url(), timeout)));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static TwilioRestClient client(TwilioAccount account, TwilioHttp way) {
        return new TwilioRestClient.Builder(account.account(), account.token().value())
                .httpClient(way)
                .build();
    }

    private static TryLater unknown() {
        return new TryLater("Twilio gave no answer; the message may have been sent.", true, null);
    }

    /** Numbers stand in Twilio's sentences: only its code is told, which its pages explain. */
    private Tried refused(ApiException e, @Nullable String retryAfter) {
        int code = e.getCode() == null ? 0 : e.getCode();
        int status = e.getStatusCode() == null ? 0 : e.getStatusCode();
        var said = "Twilio answered with status " + status + (code == 0 ? "" : ", error " + code);
        if (code == STOPPED) {
            return Tried.recipient(
                    "They have replied STOP, and Twilio sends them nothing. They can reply START. (Error 21610)");
        }
        if (NO_NUMBER.contains(code)) {
            return Tried.recipient(said + ": it refuses the request.");
        }
        return Tried.gateway(refused(status, code, said, RetryAfter.read(retryAfter, time.now())));
    }

    private static SendOutcome refused(int status, int code, String said, @Nullable Duration wait) {
        if (status == 429 || BUSY.contains(code)) {
            return new TryLater(said + ": too much at once.", false, wait);
        }
        if (status >= 500 || status == 0) {
            return new TryLater(said + ": it has a problem.", true, wait);
        }
        if (status == 401 || status == 403) {
            return new GiveUp(said + ": it does not take the account or its token. Look at channels: twilio:.");
        }
        return new GiveUp(said + ": it refuses the request.");
    }
}
