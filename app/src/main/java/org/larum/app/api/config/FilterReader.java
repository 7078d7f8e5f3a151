package org.larum.app.api.config;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.larum.domain.directory.ReportPlan.Filters;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.directory.TeamId;
import org.larum.domain.shared.Severity;

/** Reads lists of words: of what there is in the organisation, and of what is known here. */
final class FilterReader {

    /** The fields that say what figures are about. */
    static final List<String> FIELDS = List.of("teams", "services", "severities");

    private static final int MOST = 50;

    private final Reading reading;
    private final Mistakes mistakes;

    FilterReader(Reading reading) {
        this.reading = reading;
        this.mistakes = reading.mistakes();
    }

    Filters filters(Block block) {
        return new Filters(
                references(block, "teams", Section.TEAMS, TeamId::of),
                references(block, "services", Section.SERVICES, ServiceId::of),
                block.has("severities") ? List.copyOf(words(block, "severities", Severity.values())) : List.of());
    }

    <T> List<T> references(Block block, String name, Section section, Function<String, T> id) {
        var hint = "words, such as [first-word, second-word]";
        var list = block.optionalList(name, MOST, hint);
        var found = new LinkedHashSet<T>();
        for (int at = 0; at < list.size(); at++) {
            var place = block.at(name) + "[" + at + "]";
            if (list.get(at) instanceof String word) {
                reading.reference(section, word, place);
                found.add(id.apply(word));
            } else {
                mistakes.add(place, "This must be the word of a " + section.noun() + ". Write " + hint + ".");
            }
        }
        return List.copyOf(found);
    }

    <T extends Enum<T>> Set<T> words(Block block, String name, T[] known) {
        var words = words(known);
        var hint = "a list of " + String.join(", ", words);
        var found = new LinkedHashSet<T>();
        var list = block.list(name, known.length, hint);
        for (int at = 0; at < list.size(); at++) {
            var place = block.at(name) + "[" + at + "]";
            int index = list.get(at) instanceof String text ? words.indexOf(text) : -1;
            if (index < 0) {
                var word = list.get(at) instanceof String text ? text : "";
                mistakes.add(
                        place, "This is not known here." + Suggestion.didYouMean(word, words) + " Write " + hint + ".");
            } else if (!found.add(known[index])) {
                mistakes.add(place, "This is in the list already. Take one of the two out.");
            }
        }
        return found;
    }

    static List<String> words(Enum<?>[] known) {
        return Arrays.stream(known).map(FilterReader::word).toList();
    }

    static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    // ------------------------------------------------------------ and back

    /** In the fields of the file; {@code name}: what the file calls whatever has this id. */
    static Map<String, Object> written(Filters filters, Function<Object, String> name) {
        var fields = new LinkedHashMap<String, Object>();
        put(fields, "teams", filters.teams(), name);
        put(fields, "services", filters.services(), name);
        put(fields, "severities", filters.severities(), one -> word((Severity) one));
        return fields;
    }

    static void put(Map<String, Object> fields, String name, List<?> values, Function<Object, String> word) {
        if (!values.isEmpty()) {
            fields.put(name, values.stream().map(word).toList());
        }
    }
}
