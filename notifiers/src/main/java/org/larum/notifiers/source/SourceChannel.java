package org.larum.notifiers.source;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Channel;
import org.larum.notifiers.channel.Destination.Source;
import org.larum.notifiers.channel.Destination.Source.Sent;
import org.larum.notifiers.channel.Message;
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

/**
 * Makes what is silenced in an Alertmanager what the incident says: a silence for each of its open alerts while somebody has it in
 * hand, none otherwise. It looks at what is so, not at what the message is about: messages may come late, twice or crossed.
 */
public final class SourceChannel implements Channel {

    private static final Duration TIMEOUT = Duration.ofSeconds(8);

    /** All of it has to be over before the attempt counts as lost. */
    private static final Duration MOST = Duration.ofSeconds(20);

    /** As long may an answer be under way. */
    static final Duration PATIENCE = Duration.ofSeconds(12);

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofMinutes(1);

    private final OutboundHttp http;
    private final Silences silences;
    private final Time time;
    private final Duration timeout;

    public SourceChannel(OutboundHttp http, SilenceTable silences, Time time) {
        this(http, silences, time, TIMEOUT);
    }

    SourceChannel(OutboundHttp http, Silences silences, Time time, Duration timeout) {
        this.http = http;
        this.silences = silences;
        this.time = time;
        this.timeout = timeout;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.SOURCE;
    }

    @Override
    public SendOutcome send(Message message) {
        if (!(message.to() instanceof Source source)) {
            return new GiveUp("This is not the address of a source.");
        }
        if (!(message.content() instanceof Content content)) {
            return new GiveUp("A source is told of incidents alone.");
        }
        return new Pass(source, content, message.attempt()).make();
    }

    /** It cannot go on now: this is what becomes of the attempt. */
    private static final class Stopped extends Exception {
        private final transient SendOutcome outcome;

        private Stopped(SendOutcome outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }
    }

    /** One look at everything that one source is to be told of one incident. */
    private final class Pass {

        private final Source source;
        private final Content content;
        private final int attempt;
        private final Map<UUID, Map<String, String>> labels;
        private final long began = System.nanoTime();
        private int made;
        private int ended;

        private Pass(Source source, Content content, int attempt) {
            this.source = source;
            this.content = content;
            this.attempt = attempt;
            this.labels = source.alerts().stream().collect(Collectors.toMap(Sent::alert, Sent::labels));
        }

        private SendOutcome make() {
            var incident = content.subject().incident();
            var wanted = source.holder() == null
                    ? Set.<UUID>of()
                    : source.alerts().stream()
                            .filter(Sent::open)
                            .map(Sent::alert)
                            .collect(Collectors.toSet());
            if (!silences.aim(incident, source.integration(), wanted, source.asOf())) {
                return new Accepted("Something newer has been said.");
            }
            try {
                for (var one : silences.of(incident, source.integration())) {
                    if (Duration.ofNanos(System.nanoTime() - began).compareTo(MOST) > 0) {
                        throw new Stopped(
                                new TryLater("There are many alerts: " + (made + ended) + " are done.", false, SOON));
                    }
                    if (one.wanted()) {
                        silence(one);
                    } else {
                        release(one);
                    }
                }
            } catch (Stopped e) {
                return e.outcome;
            }
            return new Accepted("Silences made: " + made + ", ended: " + ended);
        }

        private void silence(One one) throws Stopped {
            var now = time.now();
            if (one.endsAt() != null
                    && one.endsAt().isAfter(now.plus(source.quiet().dividedBy(2)))) {
                return;
            }
            if (!silences.ask(one, PATIENCE)) {
                throw new Stopped(later("another attempt is under way.", false, PATIENCE));
            }
            if (one.askedAt() != null && one.silence() == null && hasFound(one)) {
                return;
            }
            var until = now.plus(source.quiet());
            var of = Objects.requireNonNull(labels.get(one.place().alert()));
            var comment = Silence.comment(content, one.place().alert());
            var by = "Larum (" + source.holder() + ")";
            var answer = call(
                    Method.POST,
                    Silence.silences(source.url()),
                    Silence.body(one.silence(), of, by, comment, now, until),
                    one);
            if (answer.status() == 404 && one.silence() != null) {
                // It has forgotten the one that was to last longer.
                silences.ended(one.place(), one.silence());
                throw new Stopped(later("the silence of before is not there any more.", false, SOON));
            }
            accepted(answer, one);
            var id = Silence.id(answer.body());
            if (id.isEmpty()) {
                throw new Stopped(later("its answer is none that Larum knows.", true, PATIENCE));
            }
            keep(one, id.get(), until);
        }

        private void keep(One one, String id, Instant until) throws Stopped {
            made++;
            if (!silences.made(one.place(), id, until)) {
                // In the meantime somebody gave it back.
                expire(one, id);
            }
        }

        /** An earlier attempt may have made one, and nobody heard of it. */
        private boolean hasFound(One one) throws Stopped {
            var answer = call(
                    Method.GET,
                    Silence.search(source.url(), labels.getOrDefault(one.place().alert(), Map.of())),
                    new byte[0],
                    null);
            accepted(answer, null);
            var ours = Silence.ours(answer.body(), content, one.place().alert());
            if (ours.isEmpty()) {
                throw new Stopped(later("its list of silences cannot be read.", true, PATIENCE));
            }
            for (var found : ours.get()) {
                keep(one, found.id(), found.endsAt());
                return true;
            }
            return false;
        }

        private void release(One one) throws Stopped {
            if (one.silence() != null) {
                expire(one, one.silence());
            } else if (one.isAsked(PATIENCE)) {
                throw new Stopped(later("a silence is being made.", false, PATIENCE));
            } else if (!hasFound(one)) {
                silences.ended(one.place(), null);
            }
        }

        private void expire(One one, String id) throws Stopped {
            var answer = call(Method.DELETE, Silence.one(source.url(), id), new byte[0], null);
            // One that is over already is answered as an error of the server.
            if (answer.status() != 404 && !(answer.status() / 100 == 5 && isOver(id))) {
                accepted(answer, null);
            }
            silences.ended(one.place(), id);
            ended++;
        }

        private boolean isOver(String id) throws Stopped {
            var answer = call(Method.GET, Silence.one(source.url(), id), new byte[0], null);
            return answer.status() == 404 || (answer.status() == 200 && Silence.isExpired(answer.body()));
        }

        /** @param asked what is certainly not made when nothing was sent; null when nothing is asked for */
        private Answer call(Method method, URI url, byte[] body, @Nullable One asked) throws Stopped {
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

        private void notMade(@Nullable One asked) {
            if (asked != null) {
                silences.notMade(asked.place());
            }
        }

        private Map<String, String> headers() {
            var headers = new LinkedHashMap<String, String>();
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
                                                .encodeToString((source.user() + ":" + secret)
                                                        .getBytes(StandardCharsets.UTF_8)));
            }
            return headers;
        }

        private void accepted(Answer answer, @Nullable One asked) throws Stopped {
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

        private static String hint(int status) {
            return switch (status) {
                case 401, 403 -> " Look at the token or the password in the configuration.";
                case 404, 405 -> " Look at the address in the configuration: /api/v2/silences has to be under it.";
                default -> "";
            };
        }

        /** The last attempts wait longer: somebody may be starting it anew. */
        private TryLater later(String why, boolean isUnknown, @Nullable Duration wait) {
            var least = wait == null && attempt > 1 ? LATER.multipliedBy(attempt - 1) : wait;
            return new TryLater(said(why), isUnknown, least);
        }

        private String said(String why) {
            return "Alertmanager could not be told: " + why
                    + (source.holder() == null
                            ? " What is silenced there ends by itself."
                            : " The alert stays acknowledged here.");
        }
    }
}
