package org.larum.app.api.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Schedule;
import org.larum.domain.directory.Schedule.Layer;
import org.larum.domain.directory.Schedule.Rotation;
import org.larum.domain.directory.Schedule.ShiftOverride;
import org.larum.domain.directory.Schedule.Turn;
import org.larum.domain.directory.Schedule.Unit;
import org.larum.domain.directory.ScheduleId;

/** Reads who is on call when. */
final class ScheduleReader {

    private static final int MOST_LAYERS = 20;
    private static final int MOST_TURNS = 200;
    private static final int MOST_AT_ONCE = 20;
    private static final int MOST_OVERRIDES = 1000;
    private static final int MOST_HOLIDAYS = 1000;

    private static final List<String> SCHEDULE =
            List.of("name", "timeZone", "layers", "overrides", "holidays", "remind");
    private static final List<String> LAYER =
            List.of("name", "timeZone", "people", "rotation", "handover", "from", "until", "only", "beside");
    private static final List<String> OVERRIDE = List.of("person", "instead", "from", "until");
    private static final String LAYERS_HINT = "1 to " + MOST_LAYERS
            + " layers, such as [{name: primary, people: [ada, grace], rotation: weekly, handover: \"Mon 09:00\", from:"
            + " 2026-01-05}]";
    private static final String PEOPLE_HINT =
            "words of people in the order of their turns, such as [ada, grace], or [ada, [grace, linus]] for two at once";
    private static final String FROM_HINT = "a day or a wall time, such as 2026-01-05 or 2026-01-05T09:00";
    private static final String HOLIDAYS_HINT = "days, such as [2026-12-25, 2026-12-26]";
    private static final String OVERRIDES_HINT =
            "overrides, such as [{person: grace, from: 2026-03-26T20:00, until: 2026-03-27T08:00}]";
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final LocalDateTime LATEST = LocalDateTime.of(2200, 1, 1, 0, 0);

    private static final Duration SOON = Duration.ofMinutes(1);

    /** Nobody is told of their shifts. */
    static final String NEVER = "never";

    private final Reading reading;
    private final Mistakes mistakes;

    ScheduleReader(Reading reading) {
        this.reading = reading;
        this.mistakes = reading.mistakes();
    }

    List<Schedule> schedules(Block file) {
        var schedules = new ArrayList<Schedule>();
        reading.entries(file, Section.SCHEDULES.path(), Section.SCHEDULES, Entry::new)
                .forEach((word, entry) -> schedules.add(schedule(word, entry)));
        return schedules;
    }

    private record Entry(Object value, String path) {}

    private Schedule schedule(String word, Entry entry) {
        var block = Block.of(entry.value(), entry.path(), mistakes, "a schedule", SCHEDULE);
        var zone = reading.zone(zone(block), block.at("timeZone"));
        var layers = new ArrayList<Layer>();
        var list = block.list("layers", MOST_LAYERS, LAYERS_HINT);
        for (int i = 0; i < list.size(); i++) {
            layers.add(layer(list.get(i), block.at("layers") + "[" + i + "]", zone));
        }
        checkLayers(layers, block.at("layers"));
        return new Schedule(
                ScheduleId.of(word),
                word,
                block.optionalText("name", ConfigReader.LONGEST_NAME, "what people call it, such as Payments primary")
                        .orElse(word),
                zone,
                layers,
                overrides(block, ZoneId.of(zone)),
                holidays(block, mistakes),
                remind(block));
    }

    private @Nullable Duration remind(Block block) {
        var hint = "how long before a shift its person hears of it, from 1m to 7d, such as 1h; or never";
        var given = block.optionalText("remind", 20, hint).orElse(null);
        if (given == null) {
            return null;
        }
        if (given.equals(NEVER)) {
            return Duration.ZERO;
        }
        var remind = Pause.read(given).filter(one -> one.compareTo(SOON) >= 0);
        if (remind.isEmpty()) {
            mistakes.add(block.at("remind"), "This is not a time. Write " + hint + ".");
        }
        return remind.orElse(null);
    }

    private static Optional<String> zone(Block block) {
        return block.optionalText("timeZone", 60, "a time zone, such as Europe/London");
    }

    private Layer layer(@Nullable Object value, String path, String zoneOfSchedule) {
        var block = Block.of(value, path, mistakes, "a layer", LAYER);
        var own = zone(block);
        var rotation = rotation(block);
        var from = wallTime(block, "from").orElse(EARLIEST);
        var until = block.has("until") ? wallTime(block, "until").orElse(null) : null;
        if (until != null && !until.isAfter(from)) {
            mistakes.add(
                    block.at("until"),
                    "This ends before it begins. Write a time after \"from\", which is " + from + ".");
        }
        return new Layer(
                block.text("name", ConfigReader.LONGEST_NAME, "what people call it, such as primary"),
                own.isPresent() ? reading.zone(own, block.at("timeZone")) : zoneOfSchedule,
                turns(block),
                rotation,
                from,
                until,
                Watches.hours(block, "only", mistakes),
                block.flag("beside"));
    }

    private Rotation rotation(Block block) {
        var given = block.text("rotation", 20, Watches.ROTATION);
        var every = Watches.every(given);
        if (every.isEmpty() && !given.isEmpty()) {
            mistakes.add(block.at("rotation"), "This is no rotation. Write " + Watches.ROTATION + ".");
        }
        var unit = every.map(Watches.Every::unit).orElse(Unit.WEEKS);
        var usual = switch (unit) {
            case HOURS, DAYS -> "00:00";
            case WEEKS -> "Mon 00:00";
            case MONTHS -> "1 00:00";
        };
        var handover =
                block.optionalText("handover", 20, Watches.handoverHint(unit)).orElse(usual);
        var fallback = new Rotation(Unit.DAYS, 1, 0, LocalTime.MIDNIGHT);
        return every.map(found -> Watches.rotation(found, handover).orElseGet(() -> {
                    mistakes.add(
                            block.at("handover"),
                            "This does not say when the turn is handed over. Write " + Watches.handoverHint(unit)
                                    + ".");
                    return fallback;
                }))
                .orElse(fallback);
    }

    private List<Turn> turns(Block block) {
        var turns = new ArrayList<Turn>();
        var list = block.list("people", MOST_TURNS, PEOPLE_HINT);
        for (int i = 0; i < list.size(); i++) {
            var path = block.at("people") + "[" + i + "]";
            var people = new LinkedHashSet<PersonId>();
            if (list.get(i) instanceof List<?> several) {
                if (several.isEmpty() || several.size() > MOST_AT_ONCE) {
                    mistakes.add(path, "A turn needs 1 to " + MOST_AT_ONCE + " people. Write " + PEOPLE_HINT + ".");
                }
                for (int j = 0; j < several.size(); j++) {
                    person(several.get(j), path + "[" + j + "]").ifPresent(people::add);
                }
            } else {
                person(list.get(i), path).ifPresent(people::add);
            }
            turns.add(new Turn(List.copyOf(people)));
        }
        return turns;
    }

    private Optional<PersonId> person(@Nullable Object value, String path) {
        if (value instanceof String word && !word.isBlank()) {
            reading.reference(Section.PEOPLE, word, path);
            return Optional.of(PersonId.of(word));
        }
        mistakes.add(path, "This must be the word of a person. Write " + PEOPLE_HINT + ".");
        return Optional.empty();
    }

    /** A layer that can never have its turn is a mistake and not a plan. */
    private void checkLayers(List<Layer> layers, String path) {
        var names = new HashSet<String>();
        for (int i = 0; i < layers.size(); i++) {
            var layer = layers.get(i);
            if (!layer.name().isEmpty() && !names.add(layer.name())) {
                mistakes.add(path + "[" + i + "].name", "Another layer has this name. Write one of its own.");
            }
            for (int j = i + 1; j < layers.size(); j++) {
                if (!layer.beside() && hidesAlways(layers.get(j), layer)) {
                    mistakes.add(
                            path + "[" + i + "]",
                            "Nobody in this layer is ever on call: "
                                    + Suggestion.shown(layers.get(j).name())
                                    + ", which comes later, stands in for it at all hours. Write \"only\" there, or"
                                    + " \"beside: true\" when both are to be on call at once.");
                    break;
                }
            }
        }
    }

    private static boolean hidesAlways(Layer later, Layer earlier) {
        return !later.beside()
                && later.only().isEmpty()
                && later.until() == null
                && !later.from().isAfter(earlier.from());
    }

    private List<ShiftOverride> overrides(Block block, ZoneId zone) {
        var list = block.optionalList("overrides", MOST_OVERRIDES, OVERRIDES_HINT);
        var overrides = new ArrayList<ShiftOverride>();
        for (int i = 0; i < list.size(); i++) {
            var one = Block.of(list.get(i), block.at("overrides") + "[" + i + "]", mistakes, "an override", OVERRIDE);
            var person = one.text("person", 255, "the word of the person who stands in");
            reading.reference(Section.PEOPLE, person, one.at("person"));
            var instead = one.optionalText("instead", 255, "the word of the one person who is replaced");
            instead.ifPresent(word -> reading.reference(Section.PEOPLE, word, one.at("instead")));
            var from = moment(one, "from", zone);
            var until = moment(one, "until", zone);
            if (!until.isAfter(from) && !from.equals(Instant.EPOCH) && !until.equals(Instant.EPOCH)) {
                mistakes.add(
                        one.at("until"),
                        "This ends before it begins. Write a time after \"from\", which is " + from + ".");
            }
            overrides.add(new ShiftOverride(
                    PersonId.of(person), instead.map(PersonId::of).orElse(null), from, until, null));
        }
        return overrides;
    }

    private Instant moment(Block block, String name, ZoneId zone) {
        return block.needed(name, Moment.HINT)
                .flatMap(value -> {
                    var moment = value instanceof String text ? Moment.read(text, zone) : Optional.<Instant>empty();
                    if (moment.isEmpty()) {
                        mistakes.add(block.at(name), "This is not a time. Write " + Moment.HINT + ".");
                    }
                    return moment;
                })
                .orElse(Instant.EPOCH);
    }

    static List<LocalDate> holidays(Block block, Mistakes mistakes) {
        var list = block.optionalList("holidays", MOST_HOLIDAYS, HOLIDAYS_HINT);
        Set<LocalDate> days = new LinkedHashSet<>();
        for (int i = 0; i < list.size(); i++) {
            try {
                days.add(LocalDate.parse(String.valueOf(list.get(i))));
            } catch (DateTimeException e) {
                mistakes.add(block.at("holidays") + "[" + i + "]", "This is no day. Write " + HOLIDAYS_HINT + ".");
            }
        }
        return List.copyOf(days);
    }

    private Optional<LocalDateTime> wallTime(Block block, String name) {
        return block.needed(name, FROM_HINT).flatMap(value -> {
            var time = value instanceof String text ? wallTime(text) : Optional.<LocalDateTime>empty();
            if (time.isEmpty()) {
                mistakes.add(block.at(name), "This is no wall time. Write " + FROM_HINT + ".");
            }
            return time;
        });
    }

    private static Optional<LocalDateTime> wallTime(String text) {
        var plain = text.strip().replace(' ', 'T');
        try {
            var time = plain.length() == 10 ? LocalDate.parse(plain).atStartOfDay() : LocalDateTime.parse(plain);
            return time.isBefore(EARLIEST) || time.isAfter(LATEST) ? Optional.empty() : Optional.of(time);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
