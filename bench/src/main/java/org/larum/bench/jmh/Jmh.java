package org.larum.bench.jmh;

import java.util.ArrayList;
import java.util.Locale;
import org.larum.bench.Driver;
import org.larum.bench.Run;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The hot parts that need no server. */
public final class Jmh implements Driver {

    @Override
    public String about() {
        return "hot parts inside a JVM: events to JSON and back, appends by batch size [--only REGEX]";
    }

    @Override
    public void run(Run run) throws RunnerException {
        var options = new OptionsBuilder()
                .include(run.options().getOrDefault("only", "org.larum.bench.jmh"))
                .forks(run.isFull() ? 3 : 1)
                .warmupIterations(run.number("warm-up", 2, 5))
                .warmupTime(TimeValue.seconds(run.isFull() ? 5 : 1))
                .measurementIterations(run.number("iterations", 3, 5))
                .measurementTime(TimeValue.seconds(run.isFull() ? 5 : 1))
                .build();
        var table = run.report().table("JMH", "what", "score", "error", "unit", "a second");
        for (var result : new Runner(options).run()) {
            var primary = result.getPrimaryResult();
            var parameters = new ArrayList<String>();
            for (var key : result.getParams().getParamsKeys()) {
                parameters.add(key + " " + result.getParams().getParam(key));
            }
            var name = result.getParams().getBenchmark().replaceFirst(".*jmh\\.", "") + " "
                    + String.join(", ", parameters);
            table.row(
                    name.strip(),
                    String.format(Locale.ROOT, "%.2f", primary.getScore()),
                    String.format(Locale.ROOT, "%.2f", primary.getScoreError()),
                    primary.getScoreUnit(),
                    1e6 / primary.getScore());
        }
    }
}
