package org.larum.app.api.config;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ReportId;
import org.larum.domain.directory.ReportPlan;
import org.larum.domain.directory.ReportPlan.Filters;
import org.larum.domain.directory.ReportPlan.Format;
import org.larum.domain.directory.ReportPlan.Look;
import org.larum.domain.directory.ReportPlan.Part;
import org.larum.domain.directory.ReportPlan.Readers;
import org.larum.domain.directory.ReportPlan.Rhythm;
import org.larum.domain.directory.TeamId;
import org.larum.notifiers.email.EmailChannel;

/** Reads which reports are made, when, and who gets them. */
final class ReportReader {

    private static final List<String> FIELDS =
            List.of("title", "schedule", "at", "timeZone", "sections", "formats", "recipients", "brand", "filters");
    private static final List<String> RECIPIENTS = List.of("people", "teams", "addresses");
    private static final List<String> BRAND = List.of("name", "color");
    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int MOST = 50;

    private static final String AT_HINT = "a time of the day in quotes, such as \"08:00\"";
    private static final String RECIPIENTS_HINT =
            "who gets it, such as {people: [ada], teams: [shop], addresses: [\"board@example.com\"]}";
    private static final String ADDRESS_HINT = "e-mail addresses in quotes, such as [\"board@example.com\"]";
    private static final Look USUAL_LOOK = new Look("Larum", "#0a5fb4");

    private final Reading reading;
    private final Mistakes mistakes;
    private final FilterReader lists;

    ReportReader(Reading reading) {
        this.reading = reading;
        this.mistakes = reading.mistakes();
        this.lists = new FilterReader(reading);
    }

    /** Those of the file; their addresses are in clear until the file is in the words of the domain. */
    List<ReportPlan> reports(Block file) {
        var reports = new ArrayList<ReportPlan>();
        reading.entries(file, Section.REPORTS.path(), Section.REPORTS, this::report)
                .forEach((word, report) -> reports.add(report));
        return List.copyOf(reports);
    }

    private ReportPlan report(Object value, String path) {
        var word = path.substring(path.lastIndexOf('.') + 1);
        var block = Block.of(value, path, mistakes, "a report", FIELDS);
        var rhythm = rhythm(block);
        return new ReportPlan(
                ReportId.of(word),
                word,
                block.optionalText("title", 120, "what it is called, such as Our week")
                        .orElse(word),
                rhythm,
                at(block, rhythm.usual()),
                reading.zone(
                        block.optionalText("timeZone", 60, "a time zone, such as Europe/London"), block.at("timeZone")),
                all(block, "sections", Part.values()),
                formats(block),
                recipients(block),
                look(block),
                filters(block));
    }

    private static Rhythm rhythm(Block block) {
        var word = block.neededOneOf("schedule", FilterReader.words(Rhythm.values()));
        return word.isEmpty() ? Rhythm.WEEKLY : Rhythm.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private LocalTime at(Block block, LocalTime otherwise) {
        var given = block.optionalText("at", 8, AT_HINT);
        try {
            return given.map(LocalTime::parse).orElse(otherwise);
        } catch (DateTimeParseException e) {
            mistakes.add(block.at("at"), "This is not a time of the day. Write " + AT_HINT + ".");
            return otherwise;
        }
    }

    private List<Format> formats(Block block) {
        var formats = all(block, "formats", Format.values());
        return block.has("formats") ? formats : List.of(Format.HTML, Format.PDF);
    }

    /** All when the file does not say which. */
    private <T extends Enum<T>> List<T> all(Block block, String name, T[] known) {
        return block.has(name) ? List.copyOf(lists.words(block, name, known)) : List.of(known);
    }

    private Readers recipients(Block report) {
        int before = mistakes.count();
        var given = report.needed("recipients", RECIPIENTS_HINT);
        if (given.isEmpty()) {
            return new Readers(List.of(), List.of(), List.of());
        }
        var block = Block.of(given.get(), report.at("recipients"), mistakes, "who gets a report", RECIPIENTS);
        var people = lists.references(block, "people", Section.PEOPLE, PersonId::of);
        var teams = lists.references(block, "teams", Section.TEAMS, TeamId::of);
        var addresses = addresses(block);
        if (mistakes.count() == before && people.isEmpty() && teams.isEmpty() && addresses.isEmpty()) {
            mistakes.add(report.at("recipients"), "Nobody would get this report. Write " + RECIPIENTS_HINT + ".");
        }
        return new Readers(people, teams, addresses);
    }

    /** Not repeated in any mistake: whose they are the configuration's readers need not learn. */
    private List<String> addresses(Block block) {
        var list = block.optionalList("addresses", MOST, ADDRESS_HINT);
        var found = new LinkedHashSet<String>();
        for (int at = 0; at < list.size(); at++) {
            var place = block.at("addresses") + "[" + at + "]";
            if (list.get(at) instanceof String text && ConfigView.HIDDEN.equals(text)) {
                mistakes.add(place, "These dots only stand where Larum hides an address. Write the address itself.");
            } else if (list.get(at) instanceof String text && EmailChannel.isAddress(text.strip())) {
                found.add(text.strip());
            } else {
                mistakes.add(place, "Mail cannot be sent to this. Write " + ADDRESS_HINT + ".");
            }
        }
        return List.copyOf(found);
    }

    private Look look(Block report) {
        var given = report.given("brand", "whose report it is, such as {name: Example, color: \"#0a5fb4\"}");
        if (given.isEmpty()) {
            return USUAL_LOOK;
        }
        var block = Block.of(given.get(), report.at("brand"), mistakes, "a brand", BRAND);
        var color = block.optionalText("color", 20, "a color in quotes, such as \"#0a5fb4\"")
                .orElse(USUAL_LOOK.color());
        if (!COLOR.matcher(color).matches()) {
            mistakes.add(block.at("color"), "This is not a color. Write one in quotes, such as \"#0a5fb4\".");
            return USUAL_LOOK;
        }
        return new Look(
                block.optionalText("name", 80, "a name, such as Example").orElse(USUAL_LOOK.name()),
                color.toLowerCase(Locale.ROOT));
    }

    private Filters filters(Block report) {
        var given = report.given("filters", "what it is about alone, such as {teams: [shop], severities: [low]}");
        if (given.isEmpty()) {
            return new Filters(List.of(), List.of(), List.of());
        }
        var block =
                Block.of(given.get(), report.at("filters"), mistakes, "what a report is about", FilterReader.FIELDS);
        return lists.filters(block);
    }

    // ------------------------------------------------------------ and back

    /** A report in the fields of the file; {@code name}: what the file calls whatever has this id. */
    static Map<String, Object> written(ReportPlan plan, Function<Object, String> name) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("title", plan.title());
        fields.put("schedule", FilterReader.word(plan.rhythm()));
        fields.put("at", plan.at().toString());
        fields.put("timeZone", plan.timeZone());
        fields.put("sections", plan.sections().stream().map(FilterReader::word).toList());
        fields.put("formats", plan.formats().stream().map(FilterReader::word).toList());
        var recipients = new LinkedHashMap<String, Object>();
        FilterReader.put(recipients, "people", plan.recipients().people(), name);
        FilterReader.put(recipients, "teams", plan.recipients().teams(), name);
        FilterReader.put(recipients, "addresses", plan.recipients().addresses(), name);
        fields.put("recipients", recipients);
        fields.put(
                "brand",
                Map.of("name", plan.brand().name(), "color", plan.brand().color()));
        var filters = FilterReader.written(plan.filters(), name);
        if (!filters.isEmpty()) {
            fields.put("filters", filters);
        }
        return fields;
    }
}
