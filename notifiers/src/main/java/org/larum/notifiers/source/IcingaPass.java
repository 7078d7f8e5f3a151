package org.larum.notifiers.source;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.larum.notifiers.channel.OutboundHttp.Method;
import org.larum.notifiers.source.IcingaProblem.Said;
import org.larum.notifiers.source.Silences.One;
import org.larum.notifiers.source.SourceChannel.Telling;

/**
 * Acknowledgements in an Icinga 2: one for the problem that an alert names, by its labels {@code host} and {@code service}. It has no
 * names for them; what somebody acknowledged there themselves is left alone.
 */
final class IcingaPass extends Pass {

    private static final String OURS = "icinga2";

    private int others;
    private int unknown;

    IcingaPass(Telling telling) {
        super(telling);
    }

    @Override
    String name() {
        return "Icinga";
    }

    @Override
    String path() {
        return "/v1/actions/acknowledge-problem";
    }

    @Override
    String done() {
        return "Acknowledged in Icinga: " + made + ", withdrawn: " + ended
                + (others == 0 ? "" : ", no problem or acknowledged there already: " + others)
                + (unknown == 0 ? "" : ", unknown there: " + unknown);
    }

    private @Nullable IcingaProblem problem(One one) {
        return IcingaProblem.of(labels.getOrDefault(one.place().alert(), Map.of()));
    }

    @Override
    void silence(One one) throws Stopped {
        var problem = problem(one);
        if (problem == null) {
            unknown++;
            return;
        }
        var fresh = one;
        if (one.silence() != null) {
            // It cannot be made longer: another one takes its place.
            withdraw(one, one.silence());
            fresh = new One(one.place(), true, null, null, null, one.now());
        }
        ask(fresh);
        acknowledge(fresh, problem, time.now().plus(source.quiet()));
    }

    private void acknowledge(One one, IcingaProblem problem, Instant until) throws Stopped {
        var answer = call(
                Method.POST, action("acknowledge-problem"), problem.acknowledgement(author(), comment(), until), one);
        switch (IcingaProblem.said(answer.status(), answer.body())) {
            case DONE -> keep(one, OURS, until);
            case IS_SO -> {
                if (one.askedAt() == null) {
                    silences.notMade(one.place());
                    others++;
                } else {
                    // An earlier attempt made it, and its answer was lost.
                    keep(one, OURS, until);
                }
            }
            case NOBODY -> {
                silences.notMade(one.place());
                unknown++;
            }
            case ELSE -> {
                accepted(answer, one);
                throw new Stopped(later("its answer is none that Larum knows.", true, PATIENCE));
            }
        }
    }

    private String comment() {
        return "INC-" + content.subject().number() + ": " + content.subject().title() + " — "
                + content.reader().incident();
    }

    private URI action(String verb) {
        return URI.create(source.url().toString().replaceAll("/+$", "") + "/v1/actions/" + verb);
    }

    /** Of one whose answer was lost it is not known who made it: it ends by itself. */
    @Override
    void release(One one) throws Stopped {
        if (one.silence() != null) {
            expire(one, one.silence());
        } else if (one.isAsked(PATIENCE)) {
            throw new Stopped(later("an acknowledgement is being made.", false, PATIENCE));
        } else {
            silences.ended(one.place(), null);
        }
    }

    @Override
    void expire(One one, String id) throws Stopped {
        withdraw(one, id);
        ended++;
    }

    private void withdraw(One one, String id) throws Stopped {
        var problem = problem(one);
        if (problem != null) {
            var answer = call(Method.POST, action("remove-acknowledgement"), problem.withdrawal(author()), null);
            if (IcingaProblem.said(answer.status(), answer.body()) == Said.ELSE) {
                accepted(answer, null);
            }
        }
        silences.ended(one.place(), id);
    }
}
