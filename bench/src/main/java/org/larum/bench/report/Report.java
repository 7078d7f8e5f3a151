package org.larum.bench.report;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What one run of a driver has found. */
public final class Report {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final PrintStream out;
    private final String driver;
    private final Instant begun = Instant.now();
    private final double load = load();
    private final List<Table> tables = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    public Report(PrintStream out, String driver) {
        this.out = out;
        this.driver = driver;
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** Tells what goes on now; not kept. */
    public void progress(String what) {
        long seconds = Duration.between(begun, Instant.now()).toSeconds();
        out.printf("%4d s  %s%n", seconds, what);
    }

    public Table table(String title, String... columns) {
        var table = new Table(title, List.of(columns));
        tables.add(table);
        return table;
    }

    /** What a reader of the figures must know. */
    public void remark(String sentence) {
        remarks.add(sentence);
    }

    /** A promise that did not hold: the run fails. */
    public void broken(String sentence) {
        broken.add(sentence);
    }

    /** True when all that must hold did. */
    public boolean holds() {
        return broken.isEmpty();
    }

    /** Prints all and writes it as JSON; answers the file. */
    public Path end(Path directory) {
        tables.forEach(table -> out.print(table.text()));
        out.println();
        remarks.forEach(out::println);
        broken.forEach(sentence -> out.println("BROKEN: " + sentence));
        var file = directory.resolve(driver + "-" + TIME.format(begun) + ".json");
        try {
            Files.createDirectories(directory);
            Files.writeString(
                    file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println("Written to " + file);
        return file;
    }

    private Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("driver", driver);
        json.put("begun", begun.toString());
        json.put("ended", Instant.now().toString());
        json.put("processors", Runtime.getRuntime().availableProcessors());
        json.put("loadBefore", load);
        json.put("java", Runtime.version().toString());
        json.put("holds", holds());
        json.put("remarks", remarks);
        json.put("broken", broken);
        json.put("tables", tables.stream().map(Report::json).toList());
        return json;
    }

    private static Map<String, Object> json(Table table) {
        return Map.of("title", table.title(), "columns", table.columns(), "rows", table.rows());
    }
}
