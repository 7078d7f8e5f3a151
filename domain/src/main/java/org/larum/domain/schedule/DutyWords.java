package org.larum.domain.schedule;

import java.time.Duration;

/** How messages about who is on call say things. */
final class DutyWords {

    /** Where the web app shows who is on call. */
    static final String PAGE = "/on-call";

    private DutyWords() {}

    static String page(String word) {
        return PAGE + "/" + word;
    }

    static String length(Stretch when) {
        var length = Duration.between(when.from(), when.until());
        long hours = length.toHours();
        int minutes = length.toMinutesPart();
        if (hours == 0) {
            return count(minutes, "minute");
        }
        return count(hours, "hour") + (minutes == 0 ? "" : " " + count(minutes, "minute"));
    }

    static String count(long n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
