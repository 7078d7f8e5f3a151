package org.larum.domain.postmortem;

/**
 * A place in a text that points at an event of the log: {@code [[event:4711|ada acknowledged]]}. The time is not written down: whoever
 * shows it takes it from the log, in the time zone of the reader.
 */
final class EventReference {

    private static final int LONGEST = 200;

    private EventReference() {}

    static String of(long index, String label) {
        return "[[event:" + index + "|" + plain(label) + "]]";
    }

    /** In one line, and without what would end the reference or begin another one. */
    static String plain(String label) {
        var line = label.replaceAll("[\\[\\]|\\p{Cntrl}]+", " ")
                .replaceAll(" {2,}", " ")
                .strip();
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end).strip() + " …";
    }
}
