package org.larum.projections.timeline;

import static org.larum.projections.timeline.Line.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Definition.Target;
import org.larum.domain.directory.Definition.TargetKind;
import org.larum.domain.directory.PersonId;
import org.larum.domain.escalation.EscalationEvent.AnswerCounted;
import org.larum.domain.escalation.EscalationEvent.EscalationRaised;
import org.larum.domain.escalation.EscalationEvent.ResponderUnreached;
import org.larum.domain.escalation.EscalationEvent.RespondersFound;
import org.larum.domain.escalation.EscalationEvent.StepPassed;
import org.larum.domain.escalation.EscalationEvent.StepReached;
import org.larum.domain.escalation.EscalationEvent.TurnTaken;
import org.larum.domain.escalation.Responder;
import org.larum.domain.reach.ReachEvent.WayScheduled;
import org.larum.projections.shared.TargetNames;
import org.larum.projections.timeline.Line.As;
import org.larum.projections.timeline.Line.Word;

/** The sentences about who is asked, and why it is they. */
final class AskTelling {

    private AskTelling() {}

    static Line reached(StepReached e) {
        var words = e.targets().stream().map(AskTelling::target).toList();
        var sentence = listed(words.size()) + (words.size() == 1 ? " is asked." : " are asked.");
        var detail = "Round " + (e.position().round() + 1) + ", step "
                + (e.position().step() + 1);
        if (Boolean.TRUE.equals(e.roundRobin())) {
            return line("One of " + listed(words.size()) + " is asked, whoever is next.", words)
                    .detail(detail);
        }
        return line(sentence, words)
                .detail(detail
                        + (e.each() == null ? "" : ", " + Telling.seconds(e.each()) + " after each other")
                        + (Boolean.TRUE.equals(e.everybody()) ? ", and each of them must acknowledge" : ""));
    }

    static Line turn(TurnTaken e) {
        return Line.of(
                "escalation", "It is the turn of {0}.", person(e.responder().person()));
    }

    static Line counted(AnswerCounted e) {
        var words = new ArrayList<Word>();
        words.add(person(e.person()));
        e.missing().forEach(one -> words.add(person(one)));
        var others = new StringBuilder();
        for (int i = 1; i < words.size(); i++) {
            others.append(i == 1 ? "" : i == words.size() - 1 ? " and " : ", ")
                    .append('{')
                    .append(i)
                    .append('}');
        }
        return line(
                words.size() == 1
                        ? "The answer of {0} is counted; the others are still asked."
                        : "The answer of {0} is counted; " + others + " must acknowledge too.",
                words);
    }

    private static Word person(PersonId id) {
        return new Word(As.PERSON, id.toString());
    }

    private static Word target(Target target) {
        return switch (target.kind()) {
            case PERSON -> new Word(As.PERSON, target.id().toString());
            case WEBHOOK -> new Word(As.CHANNEL, target.id().toString());
            case SCHEDULE, TEAM, ROLE -> text(TargetNames.meant(target));
        };
    }

    /** Nothing is told of those whom the step named: it was told with the step. */
    static @Nullable Line found(RespondersFound e) {
        var meant = e.responders().stream()
                .filter(one -> one.target().kind() != TargetKind.PERSON)
                .toList();
        if (meant.isEmpty()) {
            return null;
        }
        var words = new ArrayList<Word>();
        var sentences = new ArrayList<String>();
        for (var one : meant) {
            sentences.add(because(one, words));
        }
        return line(String.join("; ", sentences) + ".", words);
    }

    private static String because(Responder one, List<Word> words) {
        var who = place(words, new Word(As.PERSON, one.person().toString()));
        var what = place(words, text(one.target().word()));
        return switch (one.target().kind()) {
            case TEAM -> who + " is in the team " + what;
            case ROLE -> who + " has the role " + what;
            default -> {
                var layer = one.layer() == null ? "" : " (" + place(words, text(one.layer())) + ")";
                var instead = one.insteadOf() == null
                        ? ""
                        : " in place of "
                                + place(
                                        words,
                                        new Word(As.PERSON, one.insteadOf().toString()));
                yield who + " is on call by " + what + layer + instead;
            }
        };
    }

    private static String place(List<Word> words, Word word) {
        words.add(word);
        return "{" + (words.size() - 1) + "}";
    }

    static Line passed(StepPassed e) {
        var step = e.position().step() + 1;
        return Line.of(
                "escalation",
                switch (e.reason()) {
                    case NOBODY_THERE -> "Nobody is there to ask in step " + step + ": it is not waited for.";
                    case NOBODY_REACHED -> "Nobody of step " + step + " can be reached: it is not waited for.";
                });
    }

    static Line unreached(ResponderUnreached e) {
        return Line.of(
                "escalation",
                "{0} cannot be reached: every way has failed.",
                new Word(As.PERSON, e.person().toString()));
    }

    static Line raised(EscalationRaised e) {
        return Line.of(
                "escalation",
                e.plan() == null
                        ? "Those who were asked are reached as " + Telling.word(e.severity()) + " wants it."
                        : "The policy has other steps for " + Telling.word(e.severity()) + ": they begin now.");
    }

    /** The next way is shown, not told; that somebody sleeps on is told. */
    static @Nullable Line quiet(WayScheduled e) {
        return e.quiet()
                ? Line.of(
                        "escalation",
                        "{0} is left alone for " + length(e.pause()) + ".",
                        new Word(As.PERSON, e.person().toString()))
                : null;
    }

    private static String length(Duration pause) {
        long minutes = Math.round(pause.toSeconds() / 60.0);
        if (minutes < 3) {
            return Telling.seconds(pause);
        }
        return minutes < 120 ? minutes + " minutes" : "%d h %02d min".formatted(minutes / 60, minutes % 60);
    }

    private static Line line(String sentence, List<Word> words) {
        return new Line("escalation", sentence, List.copyOf(words), null, null, null, null);
    }

    private static String listed(int words) {
        var names = new StringBuilder();
        for (int i = 0; i < words; i++) {
            names.append(i == 0 ? "" : i == words - 1 ? " and " : ", ")
                    .append('{')
                    .append(i)
                    .append('}');
        }
        return names.toString();
    }
}
