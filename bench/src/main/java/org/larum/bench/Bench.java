package org.larum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.larum.bench.acknowledge.Acknowledge;
import org.larum.bench.cascade.Cascade;
import org.larum.bench.ceiling.Ceiling;
import org.larum.bench.crash.Crash;
import org.larum.bench.jmh.Jmh;
import org.larum.bench.oncall.OnCall;
import org.larum.bench.overload.Overload;
import org.larum.bench.rebuild.Rebuild;
import org.larum.bench.report.Report;
import org.larum.bench.steady.Steady;
import org.larum.bench.storm.Storm;
import org.larum.bench.timers.Timers;

/** {@code ./larum bench}: lists the drivers, or runs one. */
public final class Bench {

    private static final Path TARGET = Path.of(System.getProperty("larum.root", "."), "target", "bench");

    private Bench() {}

    private static Map<String, Driver> drivers() {
        var drivers = new LinkedHashMap<String, Driver>();
        drivers.put("ceiling", new Ceiling());
        drivers.put("storm", new Storm());
        drivers.put("steady", new Steady());
        drivers.put("cascade", new Cascade());
        drivers.put("acknowledge", new Acknowledge());
        drivers.put("rebuild", new Rebuild());
        drivers.put("timers", new Timers());
        drivers.put("crash", new Crash());
        drivers.put("overload", new Overload());
        drivers.put("on-call", new OnCall());
        drivers.put("jmh", new Jmh());
        return drivers;
    }

    public static void main(String[] args) throws Exception {
        var drivers = drivers();
        var driver = args.length == 0 ? null : drivers.get(args[0]);
        if (driver == null) {
            System.out.println("./larum bench DRIVER [--full], where DRIVER is one of\n");
            drivers.forEach((name, one) -> System.out.printf("  %-12s %s%n", name, one.about()));
            System.out.println(
                    "\nFigures are also written as JSON to target/bench. --keep leaves the data of the servers there.");
            System.exit(args.length == 0 ? 0 : 2);
            return;
        }
        var home = TARGET.resolve("run-" + ProcessHandle.current().pid()).toAbsolutePath();
        var report = new Report(System.out, args[0]);
        var options = options(args);
        try {
            driver.run(new Run(home, options, report));
        } catch (IllegalStateException e) {
            report.broken("The run ended early: " + e.getMessage());
        } finally {
            report.end(TARGET);
            if (!options.containsKey("keep")) {
                delete(home);
            }
        }
        System.exit(report.holds() ? 0 : 1);
    }

    private static Map<String, String> options(String[] args) {
        var options = new HashMap<String, String>();
        for (int i = 1; i < args.length; i++) {
            var name = args[i].replaceFirst("^--", "");
            boolean hasValue = i + 1 < args.length && !args[i + 1].startsWith("--");
            options.put(name, hasValue ? args[++i] : "true");
        }
        return options;
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (var all = Files.walk(directory)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }
}
