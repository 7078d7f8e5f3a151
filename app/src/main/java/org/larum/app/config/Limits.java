package org.larum.app.config;

import java.util.Map;

/**
 * How much is taken in. A wrong value stops the start with a sentence that says what to write.
 *
 * @param perMinute most detections of one key in a minute; 0 for as many as there is room for
 */
public record Limits(long spoolBytes, int perMinute) {

    private static final int MOST_MEBIBYTES = 1024 * 1024;

    public static Limits from(Map<String, String> environment) {
        long mebibytes = number(environment, "LARUM_SPOOL_MIB", 1024, MOST_MEBIBYTES);
        return new Limits(mebibytes * 1024 * 1024, (int) number(environment, "LARUM_KEY_LIMIT", 0, Integer.MAX_VALUE));
    }

    private static long number(Map<String, String> environment, String name, long usual, long most) {
        var text = environment.get(name);
        if (text == null || text.isBlank()) {
            return usual;
        }
        try {
            long number = Long.parseLong(text.strip());
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, in the same words
        }
        throw new Settings.Wrong(name + " is \"" + text + "\"; write a whole number from 0 to " + most
                + ", or leave it out for " + usual + ".");
    }
}
