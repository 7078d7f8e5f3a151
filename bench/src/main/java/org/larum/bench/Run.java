package org.larum.bench;

import java.nio.file.Path;
import java.util.Map;
import org.larum.bench.report.Report;

/**
 * One run of a driver.
 *
 * @param home an empty directory of this run
 * @param options as in {@code --kills 6}; a flag has the value "true"
 */
public record Run(Path home, Map<String, String> options, Report report) {

    /** The long form. */
    public boolean isFull() {
        return options.containsKey("full");
    }

    /** A number from the command line, or else one of the two. */
    public int number(String option, int brief, int full) {
        var given = options.get(option);
        return given != null ? Integer.parseInt(given) : isFull() ? full : brief;
    }
}
