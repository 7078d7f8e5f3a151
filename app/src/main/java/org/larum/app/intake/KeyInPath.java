package org.larum.app.intake;

import java.util.Optional;

/** The key of an integration in the address that it posts to. */
public final class KeyInPath {

    private KeyInPath() {}

    /** Empty unless the path is exactly these two with one plain word between them: what is encoded is for others to read. */
    public static Optional<String> between(String before, String path, String after) {
        int end = path.length() - after.length();
        return path.startsWith(before)
                        && path.endsWith(after)
                        && end > before.length()
                        && isWord(path, before.length(), end)
                ? Optional.of(path.substring(before.length(), end))
                : Optional.empty();
    }

    private static boolean isWord(String path, int from, int to) {
        return path.chars()
                .skip(from)
                .limit(to - from)
                .allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_');
    }
}
