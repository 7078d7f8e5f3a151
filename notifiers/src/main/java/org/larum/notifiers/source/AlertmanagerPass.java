package org.larum.notifiers.source;

import java.util.Map;
import java.util.Objects;
import org.larum.notifiers.channel.OutboundHttp.Method;
import org.larum.notifiers.source.Silences.One;
import org.larum.notifiers.source.SourceChannel.Telling;

/** Silences in an Alertmanager: one for each alert, by all its labels. */
final class AlertmanagerPass extends Pass {

    AlertmanagerPass(Telling telling) {
        super(telling);
    }

    @Override
    String name() {
        return "Alertmanager";
    }

    @Override
    String path() {
        return "/api/v2/silences";
    }

    @Override
    String done() {
        return "Silences made: " + made + ", ended: " + ended;
    }

    @Override
    void silence(One one) throws Stopped {
        ask(one);
        if (one.askedAt() != null && one.silence() == null && hasFound(one)) {
            return;
        }
        var now = time.now();
        var until = now.plus(source.quiet());
        var of = Objects.requireNonNull(labels.get(one.place().alert()));
        var comment = Silence.comment(content, one.place().alert());
        var answer = call(
                Method.POST,
                Silence.silences(source.url()),
                Silence.body(one.silence(), of, author(), comment, now, until),
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

    @Override
    void release(One one) throws Stopped {
        if (one.silence() != null) {
            expire(one, one.silence());
        } else if (one.isAsked(PATIENCE)) {
            throw new Stopped(later("a silence is being made.", false, PATIENCE));
        } else if (!hasFound(one)) {
            silences.ended(one.place(), null);
        }
    }

    @Override
    void expire(One one, String id) throws Stopped {
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
}
