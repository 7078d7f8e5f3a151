package org.larum.notifiers.source;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Destination.Source;
import org.larum.notifiers.channel.Destination.Source.Sent;
import org.larum.notifiers.channel.Message.Content;
import org.larum.notifiers.channel.OutboundHttp;
import org.larum.notifiers.channel.OutboundHttp.Answer;
import org.larum.notifiers.channel.OutboundHttp.Method;
import org.larum.notifiers.channel.RetryAfter;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;
import org.larum.notifiers.source.Silences.One;
import org.larum.notifiers.source.SourceChannel.Telling;

/** One look at everything that one source is to be told of one incident. */
abstract class Pass {

    /** All of it has to be over before the attempt counts as lost. */
    private static final Duration MOST = Duration.ofSeconds(20);

    /** As long may an answer be under way. */
    static final Duration PATIENCE = Duration.ofSeconds(12);

    static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofMinutes(1);

    final Source source;
    final Content content;
    final Silences silences;
    final Time time;
    final Map<UUID, Map<String, String>> labels;
    private final OutboundHttp http;
    private final Duration timeout;
    private final int attempt;
    private final long began = System.nanoTime();
    int made;
    int ended;

    Pass(Telling telling) {
        this.source = telling.source();
        this.content = telling.content();
        this.attempt = telling.attempt();
        this.http = telling.http();
        this.timeout = telling.timeout();
        this.silences = telling.silences();
        this.time = telling.time();
        this.labels = source.alerts().stream().collect(Collectors.toMap(Sent::alert, Sent::labels));
    }

    /** What its program is called. */
    abstract String name();

    /** What to look at when it knows no such address. */
    abstract String path();

    /** Silences one alert. */
    abstract void silence(One one) throws Stopped;

    /** Ends what Larum made for one alert, if it made something. */
    abstract void release(One one) throws Stopped;

    /** Ends what is there by this name. */
    abstract void expire(One one, String id) throws Stopped;

    /** What is said of a pass that came to its end. */
    abstract String done();

    /** It cannot go on now: this is what becomes of the attempt. */
    static final class Stopped extends Exception {
        private final transient SendOutcome outcome;

        Stopped(SendOutcome outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }
    }

    final SendOutcome make() {
        var incident = content.subject().incident();
        var wanted = source.holder() == null
                ? Set.<UUID>of()
                : source.alerts().stream().filter(Sent::open).map(Sent::alert).collect(Collectors.toSet());
        if (!silences.aim(incident, source.integration(), wanted, source.asOf())) {
            return new Accepted("Something newer has been said.");
        }
        try {
            for (var one : silences.of(incident, source.integration())) {
                if (Duration.ofNanos(System.nanoTime() - began).compareTo(MOST) > 0) {
                    throw new Stopped(
                            new TryLater("There are many alerts: " + (made + ended) + " are done.", false, SOON));
                }
                if (!one.wanted()) {
                    release(one);
                } else if (!isLongEnough(one)) {
                    silence(one);
                }
            }
        } catch (Stopped e) {
            return e.outcome;
        }
        return new Accepted(done());
    }

    private boolean isLongEnough(One one) {
        return one.endsAt() != null
                && one.endsAt().isAfter(time.now().plus(source.quiet().dividedBy(2)));
    }

    /** Says that one is asked for, before anybody is. */
    final void ask(One one) throws Stopped {
        if (!silences.ask(one, PATIENCE)) {
            throw new Stopped(later("another attempt is under way.", false, PATIENCE));
        }
    }

    final void keep(One one, String id, Instant until) throws Stopped {
        made++;
        if (!silences.made(one.place(), id, until)) {
            // In the meantime somebody gave it back.
            expire(one, id);
        }
    }

    /** In whose name. */
    final String author() {
        return "Larum (" + source.holder() + ")";
    }

    /** @param asked what is certainly not made when nothing was sent; null when nothing is asked for */
    final Answer call(Method method, URI url, byte[] body, @Nullable One asked) throws Stopped {
        try {
            return http.call(method, url, headers(), body, timeout);
        } catch (OutboundHttp.Refused e) {
            notMade(asked);
            throw new Stopped(new GiveUp(said("Larum does not call it: " + e.getMessage() + ".")));
        } catch (OutboundHttp.NotSent e) {
            notMade(asked);
            throw new Stopped(later(e.getMessage() + ".", false, null));
        } catch (IOException | RuntimeException e) {
            // the edge of the channel: whatever went wrong on the way out, it may have been heard
            throw new Stopped(later("it gave no answer.", true, asked == null ? null : PATIENCE));
        }
    }

    final void notMade(@Nullable One asked) {
        if (asked != null) {
            silences.notMade(asked.place());
        }
    }

    private Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Accept", "application/json");
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "Larum");
        if (source.secret() != null) {
            var secret = source.secret().value();
            headers.put(
                    "Authorization",
                    source.user() == null
                            ? "Bearer " + secret
                            : "Basic "
                                    + Base64.getEncoder()
                                            .encodeToString(
                                                    (source.user() + ":" + secret).getBytes(StandardCharsets.UTF_8)));
        }
        return headers;
    }

    final void accepted(Answer answer, @Nullable One asked) throws Stopped {
        int status = answer.status();
        if (status / 100 == 2) {
            return;
        }
        var wait = RetryAfter.read(answer.retryAfter(), time.now());
        var what = "it answered with status " + status + ".";
        boolean isUnknown = status == 502 || status == 504;
        if (!isUnknown) {
            notMade(asked);
        }
        throw new Stopped(
                status / 100 == 5 || status == 408 || status == 425 || status == 429
                        ? later(what, isUnknown, isUnknown ? PATIENCE : wait)
                        : new GiveUp(said(what + hint(status))));
    }

    private String hint(int status) {
        return switch (status) {
            case 401, 403 -> " Look at the token or the password in the configuration.";
            case 404, 405 -> " Look at the address in the configuration: " + path() + " has to be under it.";
            default -> "";
        };
    }

    /** The last attempts wait longer: somebody may be starting it anew. */
    final TryLater later(String why, boolean isUnknown, @Nullable Duration wait) {
        var least = wait == null && attempt > 1 ? LATER.multipliedBy(attempt - 1) : wait;
        return new TryLater(said(why), isUnknown, least);
    }

    final String said(String why) {
        return name() + " could not be told: " + why
                + (source.holder() == null
                        ? " What is silenced there ends by itself."
                        : " The alert stays acknowledged here.");
    }
}
