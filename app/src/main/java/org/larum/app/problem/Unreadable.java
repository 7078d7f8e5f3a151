package org.larum.app.problem;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what of a body could not be read, and where, in the words of the sender and never in those of the machinery. */
final class Unreadable {

    private static final String WHERE = "docs/http-api.md";
    private static final int MOST = 60;
    private static final int MOST_KNOWN = 20;

    private Unreadable() {}

    static String sentence(Throwable thrown) {
        var cause = json(thrown);
        return switch (cause) {
            case null ->
                "The request could not be read. Nothing was changed. Send the JSON that " + WHERE + " describes.";
            case UnrecognizedPropertyException e ->
                "There is no field \"" + shown(e.getPropertyName()) + "\" here. Nothing was changed. " + known(e);
            case StreamReadException e ->
                "The body is not JSON%s. Nothing was changed. Send the JSON that %s describes."
                        .formatted(line(e), WHERE);
            case DatabindException e ->
                "%s cannot be read. Nothing was changed. Write it as %s describes.".formatted(path(e), WHERE);
            default -> "The body could not be read. Nothing was changed. Send the JSON that " + WHERE + " describes.";
        };
    }

    private static @Nullable JacksonException json(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof JacksonException found) {
                return found;
            }
        }
        return null;
    }

    private static String known(UnrecognizedPropertyException e) {
        var known = e.getKnownPropertyIds();
        return known == null || known.isEmpty()
                ? "Leave it out."
                : "Write some of "
                        + known.stream()
                                .map(String::valueOf)
                                .sorted()
                                .limit(MOST_KNOWN)
                                .collect(Collectors.joining(", "))
                        + ".";
    }

    private static String line(JacksonException e) {
        var place = e.getLocation();
        return place == null || place.getLineNr() < 1
                ? ""
                : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    }

    private static String path(DatabindException e) {
        var path = e.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "The body" : "\"" + shown(path.startsWith(".") ? path.substring(1) : path) + "\"";
    }

    /** What a sender wrote goes back to them, but not all of it and nothing that moves a cursor. */
    private static String shown(String word) {
        var plain = word.replaceAll("\\p{C}", "?");
        return plain.length() <= MOST ? plain : plain.substring(0, MOST) + "...";
    }
}
