package org.larum.domain.directory;

import java.util.UUID;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names a report that is made again and again: version 5 of its word in the configuration. */
public record ReportId(UUID value) implements Identifier {

    public static ReportId of(String word) {
        return new ReportId(Ids.of("report", word));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
