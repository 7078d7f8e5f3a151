package org.larum.app.api.config;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Schedule;
import org.larum.domain.directory.Schedule.Layer;
import org.larum.domain.directory.Schedule.ShiftOverride;
import org.larum.domain.directory.Schedule.Turn;

/** A schedule by the names of the file; what is not given is not there. */
final class ScheduleFields {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private final Function<PersonId, @Nullable String> word;

    private ScheduleFields(Function<PersonId, @Nullable String> word) {
        this.word = word;
    }

    /** @param word what a person is called in the answer */
    static Map<String, Object> of(Schedule schedule, Function<PersonId, @Nullable String> word) {
        var write = new ScheduleFields(word);
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", schedule.name());
        fields.put("timeZone", schedule.timeZone());
        fields.put(
                "layers",
                schedule.layers().stream()
                        .map(layer -> write.layer(layer, schedule.timeZone()))
                        .toList());
        if (!schedule.overrides().isEmpty()) {
            var zone = ZoneId.of(schedule.timeZone());
            fields.put(
                    "overrides",
                    schedule.overrides().stream()
                            .map(one -> write.override(one, zone))
                            .toList());
        }
        if (schedule.remind() != null) {
            fields.put("remind", schedule.remind().isZero() ? ScheduleReader.NEVER : Pause.write(schedule.remind()));
        }
        if (!schedule.holidays().isEmpty()) {
            fields.put(
                    "holidays",
                    schedule.holidays().stream().map(String::valueOf).toList());
        }
        return fields;
    }

    private Map<String, Object> layer(Layer layer, String zone) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", layer.name());
        if (!layer.timeZone().equals(zone)) {
            fields.put("timeZone", layer.timeZone());
        }
        fields.put("people", layer.turns().stream().map(this::turn).toList());
        fields.put("rotation", Watches.write(layer.rotation()));
        fields.put("handover", Watches.writeHandover(layer.rotation()));
        fields.put("from", layer.from().toString());
        if (layer.until() != null) {
            fields.put("until", layer.until().toString());
        }
        if (!layer.only().isEmpty()) {
            fields.put("only", Watches.write(layer.only()));
        }
        if (layer.beside()) {
            fields.put("beside", true);
        }
        return fields;
    }

    private Object turn(Turn turn) {
        List<String> people = turn.people().stream().map(this::word).toList();
        return people.size() == 1 ? people.getFirst() : people;
    }

    private Map<String, Object> override(ShiftOverride override, ZoneId zone) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("person", word(override.person()));
        if (override.instead() != null) {
            fields.put("instead", word(override.instead()));
        }
        fields.put("from", MOMENT.format(override.from().atZone(zone)));
        fields.put("until", MOMENT.format(override.until().atZone(zone)));
        return fields;
    }

    private String word(PersonId person) {
        var known = word.apply(person);
        return known == null ? person.toString() : known;
    }
}
