package org.larum.domain.schedule;

import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Refusal.Kind;

/** When what people want to agree on cannot be: what is so, and what helps. Nothing was changed then. */
final class ScheduleRefusal {

    private ScheduleRefusal() {}

    static Refusal endsBeforeItBegins() {
        return new Refusal(
                Kind.INVALID,
                "bad_time",
                "It would end before it begins. Nothing was changed. Choose an end that lies after the beginning.");
    }

    static Refusal tooLong() {
        return new Refusal(
                Kind.INVALID,
                "too_long",
                "It would last longer than a year. Nothing was changed. Change the rotation instead, or choose a shorter"
                        + " time.");
    }

    static Refusal longerThanADay() {
        return new Refusal(
                Kind.INVALID,
                "too_long",
                "Nobody can be left alone for longer than a day and stay on call. Nothing was changed. Declare an absence"
                        + " instead: then others have your turns.");
    }

    static Refusal allInThePast() {
        return new Refusal(
                Kind.INVALID,
                "in_the_past",
                "All of this time has passed, and what has been does not change. Nothing was changed. Choose a time to"
                        + " come.");
    }

    static Refusal over(String what) {
        return new Refusal(
                Kind.CONFLICT,
                "over",
                "This " + what
                        + " is over, and what has been does not change. Nothing was changed, and nothing is left to"
                        + " withdraw.");
    }

    static Refusal requestWithdrawn() {
        return new Refusal(
                Kind.CONFLICT,
                "cover_withdrawn",
                "This request was withdrawn. Nothing was changed: the shift stays where it was.");
    }

    static Refusal requestLapsed() {
        return new Refusal(Kind.CONFLICT, "cover_lapsed", "The time of this request has passed. Nothing was changed.");
    }

    static Refusal taken() {
        return new Refusal(
                Kind.CONFLICT,
                "cover_taken",
                "Somebody else has taken it already. Nothing was changed, and you have nothing to do.");
    }

    static Refusal nothingLeftOpen() {
        return new Refusal(
                Kind.CONFLICT,
                "cover_taken",
                "All of it was taken. Nothing was changed. To undo that, withdraw the override that came of it.");
    }

    static Refusal notAsked() {
        return new Refusal(
                Kind.FORBIDDEN,
                "not_asked",
                "This request was made to others. Nothing was changed. An administrator can make an override.");
    }

    static Refusal notAPart() {
        return new Refusal(
                Kind.INVALID,
                "not_a_part",
                "This time is not a part of what cover is asked for. Nothing was changed. Choose a time within it.");
    }

    static Refusal swapsAreWhole() {
        return new Refusal(
                Kind.INVALID,
                "swap_is_whole",
                "A swap is taken as a whole, or not at all. Nothing was changed. Leave out the time.");
    }

    static Refusal nobodyToAsk() {
        return new Refusal(
                Kind.INVALID,
                "nobody_to_ask",
                "There is nobody who could be asked. Nothing was changed. Name somebody.");
    }

    static Refusal swapNeedsOne() {
        return new Refusal(
                Kind.INVALID,
                "swap_needs_one",
                "A swap is between two. Nothing was changed. Name the one person whose shift you would take.");
    }
}
