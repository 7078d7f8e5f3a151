package org.larum.app.api.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.larum.domain.directory.Dashboard;
import org.larum.domain.directory.Dashboard.Panel;
import org.larum.domain.directory.Dashboard.Show;
import org.larum.domain.directory.DashboardId;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ReportPlan.Filters;

/** Reads boards of figures, and writes them again. */
final class DashboardReader {

    private static final List<String> FIELDS = Stream.concat(
                    Stream.of("name", "panels", "range", "owner"), FilterReader.FIELDS.stream())
            .toList();
    private static final List<String> PANEL =
            Stream.concat(Stream.of("show"), FilterReader.FIELDS.stream()).toList();
    private static final List<String> SHOWS =
            Arrays.stream(Show.values()).map(Show::word).toList();
    private static final List<String> RANGES =
            Dashboard.PERIODS.stream().map(DashboardReader::range).toList();
    private static final String PANELS_HINT =
            "panels, such as [{show: mtta}, {show: open-by-severity, services: [checkout]}]";

    private final Reading reading;
    private final Mistakes mistakes;
    private final FilterReader filters;

    DashboardReader(Reading reading) {
        this.reading = reading;
        this.mistakes = reading.mistakes();
        this.filters = new FilterReader(reading);
    }

    List<Dashboard> dashboards(Block file) {
        return List.copyOf(reading.entries(file, Section.DASHBOARDS.path(), Section.DASHBOARDS, this::dashboard)
                .values());
    }

    private Dashboard dashboard(Object value, String path) {
        var word = path.substring(path.lastIndexOf('.') + 1);
        var block = Block.of(value, path, mistakes, "a board", FIELDS);
        var owner = block.optionalText("owner", 255, "the word of a person");
        owner.ifPresent(one -> reading.reference(Section.PEOPLE, one, block.at("owner")));
        return new Dashboard(
                DashboardId.of(word),
                word,
                block.text("name", 60, "what it is called, such as Checkout"),
                panels(block),
                days(block),
                filters.filters(block),
                owner.map(PersonId::of).orElse(null));
    }

    private static int days(Block block) {
        var range = block.oneOf("range", RANGES, range(Dashboard.USUAL_DAYS));
        return Dashboard.PERIODS.get(RANGES.indexOf(range));
    }

    private static String range(int days) {
        return days + "d";
    }

    private List<Panel> panels(Block block) {
        var found = new ArrayList<Panel>();
        var list = block.list("panels", Dashboard.MOST_PANELS, PANELS_HINT);
        for (int at = 0; at < list.size(); at++) {
            var place = block.at("panels") + "[" + at + "]";
            panel(list.get(at), place).ifPresent(panel -> {
                if (found.contains(panel)) {
                    mistakes.add(
                            place,
                            "This panel is on the board already, about the same. Take one of the two out, or give one"
                                    + " teams, services or severities of its own.");
                }
                found.add(panel);
            });
        }
        return List.copyOf(found);
    }

    private Optional<Panel> panel(Object value, String path) {
        int before = mistakes.count();
        var block = Block.of(value, path, mistakes, "a panel", PANEL);
        var show = block.neededOneOf("show", SHOWS);
        var about = filters.filters(block);
        return mistakes.count() > before ? Optional.empty() : Show.of(show).map(one -> new Panel(one, sorted(about)));
    }

    /** The order of a filter says nothing: two panels that differ in it alone are the same. */
    private static Filters sorted(Filters filters) {
        return new Filters(
                filters.teams().stream()
                        .sorted((a, b) -> a.value().compareTo(b.value()))
                        .toList(),
                filters.services().stream()
                        .sorted((a, b) -> a.value().compareTo(b.value()))
                        .toList(),
                filters.severities().stream().sorted().toList());
    }

    // ------------------------------------------------------------ and back

    /** A board in the fields of the file, without its owner; {@code name}: what the file calls whatever has this id. */
    static Map<String, Object> written(Dashboard board, Function<Object, String> name) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", board.name());
        fields.put("range", range(board.days()));
        fields.putAll(FilterReader.written(board.filters(), name));
        fields.put(
                "panels",
                board.panels().stream().map(panel -> written(panel, name)).toList());
        return fields;
    }

    private static Map<String, Object> written(Panel panel, Function<Object, String> name) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("show", panel.show().word());
        fields.putAll(FilterReader.written(panel.filters(), name));
        return fields;
    }
}
